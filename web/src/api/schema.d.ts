// Made by `npm run api` from the description of the API; not written by hand.

export interface paths {
    "/api/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Known actors */
        get: operations["get-api-actors"];
        put?: never;
        /** Add actors */
        post: operations["post-api-actors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/actors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One actor */
        get: operations["get-api-actors-id"];
        /** Change an actor that was added */
        put: operations["put-api-actors-id"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stored articles, newest first */
        get: operations["get-api-articles"];
        put?: never;
        /** Load articles */
        post: operations["post-api-articles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/articles/{iri}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One article with all that it says */
        get: operations["get-api-articles-iri"];
        put?: never;
        post?: never;
        /** Remove an article and all that it says */
        delete: operations["delete-api-articles-iri"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is stored, for 'demarche restore' */
        get: operations["get-api-backup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/preview/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What adding or changing actors would do; nothing is changed */
        post: operations["post-api-preview-actors"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/preview/articles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What loading articles would store; nothing is stored */
        post: operations["post-api-preview-articles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The saved queries with their parameters */
        get: operations["get-api-queries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/activity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much is demanded and said over time */
        get: operations["get-api-queries-activity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is known */
        get: operations["get-api-queries-actors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What answers the demands on an actor */
        get: operations["get-api-queries-answers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How an actor changed */
        get: operations["get-api-queries-changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/copies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which articles carry the same text */
        get: operations["get-api-queries-copies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/demands-on": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is demanded of an actor */
        get: operations["get-api-queries-demands-on"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What took place */
        get: operations["get-api-queries-events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about one record */
        get: operations["get-api-queries-evidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/first-made": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who made a demand first */
        get: operations["get-api-queries-first-made"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/hardening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the wording of a demand hardened */
        get: operations["get-api-queries-hardening"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/network": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who demands of whom, who supports or opposes what */
        get: operations["get-api-queries-network"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands where */
        get: operations["get-api-queries-positions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/relations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who deals with whom */
        get: operations["get-api-queries-relations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/repeated-by": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who repeats a demand */
        get: operations["get-api-queries-repeated-by"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/reported-by": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which articles carry the same demand */
        get: operations["get-api-queries-reported-by"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who held what office */
        get: operations["get-api-queries-roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/said": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said */
        get: operations["get-api-queries-said"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened with an actor */
        get: operations["get-api-queries-timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/unanswered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which demands on an actor are unanswered */
        get: operations["get-api-queries-unanswered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/who-demanded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who demanded what of whom */
        get: operations["get-api-queries-who-demanded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ask a saved query */
        get: operations["get-api-queries-name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/relink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Link stored actors that the catalogue knows by now */
        post: operations["post-api-relink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this server is, and what it allows */
        get: operations["get-api-server"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove quads (version 1) */
        post: operations["post-api-v1-delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/query/{lang}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Run a query (version 1) */
        post: operations["post-api-v1-query-lang"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shape/{lang}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Shape of a query, as nodes and links */
        post: operations["post-api-v1-shape-lang"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add quads (version 1) */
        post: operations["post-api-v1-write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write/file/nquad": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add quads of a file (version 1) */
        post: operations["post-api-v1-write-file-nquad"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove quads */
        post: operations["post-api-v2-delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Formats of quads */
        get: operations["get-api-v2-formats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/node/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove all quads of a node */
        post: operations["post-api-v2-node-delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Run a query */
        get: operations["get-api-v2-query"];
        put?: never;
        /** Run a query */
        post: operations["post-api-v2-query"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read quads */
        get: operations["get-api-v2-read"];
        put?: never;
        /** Read quads */
        post: operations["post-api-v2-read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v2/write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add quads */
        post: operations["post-api-v2-write"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can answer from its graph */
        get: operations["get-healthz"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This description */
        get: operations["get-openapi-json"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        ActorList: {
            actors: components["schemas"]["ActorView"][] | null;
            /** Format: int64 */
            limit: number;
            more: boolean;
            /** Format: int64 */
            offset: number;
        };
        ActorProblem: {
            /** @description key that it is about, such as kind */
            field?: string;
            /**
             * Format: int64
             * @description of the document, from 1
             */
            line: number;
            /** @description what is wrong, and what to do */
            message: string;
        };
        ActorView: {
            adjectives?: string[] | null;
            aliases?: string[] | null;
            /** @description ISO 3166-1 alpha-3 of the country it is or stands for, or IGO */
            code?: string;
            gender?: string;
            id: string;
            /** @description its node in the graph */
            iri: string;
            /** @description person, country, organisation, medium or group */
            kind: string;
            name: string;
            /** @description id of the actor that it belongs to */
            of?: string;
            /** @description whether it was added by the user, so that PUT can change it; not told in lists */
            own?: boolean;
            /** @description offices held */
            roles?: components["schemas"]["RoleView"][] | null;
            /** @description capital and other places that stand for it */
            seats?: string[] | null;
            wikidata?: string;
        };
        ActorsAdded: {
            /** @description ids of the actors that were added or changed */
            ids: string[] | null;
            /** @description stored mentions that would now link to one of them; relinking applies it */
            mentions?: string[] | null;
            /** @description what is odd in the catalogue since: names shared with others, offices that overlap */
            warnings?: string[] | null;
        };
        ActorsPreview: {
            /** @description ids of the actors of the document; empty when there are problems */
            ids: string[] | null;
            /** @description stored mentions that relinking would link to one of them */
            mentions: components["schemas"]["Mention"][] | null;
            /** @description why the document cannot be taken as it is */
            problems: components["schemas"]["ActorProblem"][] | null;
            /** @description what would be odd in the catalogue: names shared with others, offices that overlap */
            warnings: string[] | null;
        };
        ArticleList: {
            /** @description newest first */
            articles: components["schemas"]["ArticleView"][] | null;
            /** Format: int64 */
            limit: number;
            more: boolean;
            /** Format: int64 */
            offset: number;
        };
        ArticlePreview: {
            /** @description what loading it would answer */
            loaded: components["schemas"]["Loaded"];
        };
        ArticlePreviews: {
            articles: components["schemas"]["ArticlePreview"][] | null;
        };
        ArticleView: {
            authors?: string[] | null;
            digest?: string;
            headline?: string;
            iri: string;
            language?: string;
            /** @description day, or time where it is known */
            published?: string;
            /** @description node of the publisher */
            publisher?: string;
            url?: string;
        };
        ArticleWhole: {
            /** @description statements, demands, events, positions, roles and actors that the article gave */
            nodes: components["schemas"]["NodeView"][] | null;
            /** @description the text that the offsets count in */
            text?: string;
        };
        Column: {
            name: string;
            title: string;
            type: string;
        };
        Health: {
            /** @description ok */
            status: string;
            version?: string;
        };
        LimitsView: {
            /**
             * Format: int64
             * @description rows of one answer that a request may ask for
             */
            maxRows: number;
            /**
             * Format: int64
             * @description size of a query, and of what is to be previewed
             */
            queryBytes: number;
            /**
             * Format: double
             * @description time of one query
             */
            querySeconds: number;
            /**
             * Format: int64
             * @description rows of one answer when the request names no number
             */
            rows: number;
            /**
             * Format: int64
             * @description size of an upload, after decompression
             */
            uploadBytes: number;
            /**
             * Format: double
             * @description time of one write
             */
            writeSeconds: number;
        };
        Loaded: {
            /** @description new, changed or unchanged */
            change: string;
            /** Format: int64 */
            demands: number;
            /** Format: int64 */
            events: number;
            iri: string;
            /** Format: int64 */
            positions: number;
            /** @description day, YYYY-MM-DD */
            published?: string;
            publisher?: string;
            /**
             * Format: int64
             * @description quads that the article now has
             */
            quads: number;
            /** Format: int64 */
            statements: number;
            title: string;
            warnings?: string[] | null;
        };
        LoadedList: {
            /** @description what was stored */
            articles?: components["schemas"]["Loaded"][] | null;
            /** @description with queue=true: what will be */
            queued?: components["schemas"]["Queued"][] | null;
        };
        Mention: {
            /** @description id of who it is */
            actor: string;
            /**
             * Format: int64
             * @description how many articles name it
             */
            articles: number;
            /** @description IRIs of some of the articles */
            examples: string[] | null;
            /** @description as the articles have it */
            name: string;
        };
        NodeView: {
            iri: string;
            properties: {
                [key: string]: unknown[] | null;
            };
        };
        Parameter: {
            choices?: string[] | null;
            default?: string;
            explanation: string;
            name: string;
            required?: boolean;
            type: string;
        };
        Problem: {
            /** @description what is wrong, and what to do */
            detail: string;
            /** @description the same as detail */
            error: string;
            /** @description known names near to the one that is not known */
            nearest?: string[] | null;
            /** Format: int64 */
            status: number;
            /** @description what kind of error it is */
            title: string;
        };
        Query: {
            columns: components["schemas"]["Column"][] | null;
            explanation: string;
            name: string;
            parameters: components["schemas"]["Parameter"][] | null;
            title: string;
        };
        QueryAnswer: {
            columns: components["schemas"]["Column"][] | null;
            /**
             * Format: double
             * @description time that the query took
             */
            milliseconds: number;
            /** @description mark of the next page, for the parameter after; absent at the end */
            next?: string;
            query: string;
            /** @description each with the columns as keys, in their order */
            rows: {
                [key: string]: unknown;
            }[] | null;
        };
        QueryList: {
            /** @description what is wrong with query files that cannot be used */
            problems?: string[] | null;
            queries: components["schemas"]["Query"][] | null;
        };
        Queued: {
            /** @description queued, or waiting when it was in the queue already */
            change: string;
            iri: string;
            title: string;
        };
        Relinked: {
            /**
             * Format: int64
             * @description actors that were linked
             */
            count: number;
            /** @description who became whom, and in how many articles */
            linked: string[] | null;
        };
        Removed: {
            iri: string;
            /**
             * Format: int64
             * @description quads that went
             */
            quads: number;
        };
        RoleView: {
            acting?: boolean;
            /** @description first day */
            from?: string;
            /** @description id of the actor that the office belongs to */
            of: string;
            title: string;
            /** @description last day; absent while it lasts */
            to?: string;
        };
        ServerInfo: {
            /**
             * Format: int64
             * @description stored articles; about, in a database
             */
            articles: number;
            /** @description whether the explorer is part of the build */
            explorer: boolean;
            limits: components["schemas"]["LimitsView"];
            /**
             * Format: int64
             * @description stored quads; about, in a database
             */
            quads: number;
            /** @description whether articles can be left to workers */
            queue: boolean;
            /** @description of the program; unknown where the build does not say it */
            version: string;
            /** @description whether something can be changed, with the token */
            writable: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "get-api-actors": {
        parameters: {
            query?: {
                /** @description part of a name or of another name */
                q?: string;
                /** @description kind of actor */
                kind?: "person" | "country" | "organisation" | "medium" | "group";
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description rows to leave out */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorList"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description actors, in the form of the catalogue's own files */
        requestBody: {
            content: {
                "application/json": unknown;
                "application/yaml": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorsAdded"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-actors-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, as in the list */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorView"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "put-api-actors-id": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description id, as in the list */
                id: string;
            };
            cookie?: never;
        };
        /** @description the one actor, as POST takes it; its id may be left out */
        requestBody: {
            content: {
                "application/json": unknown;
                "application/yaml": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorsAdded"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-articles": {
        parameters: {
            query?: {
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description rows to leave out */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleList"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-articles": {
        parameters: {
            query?: {
                /** @description name of the document, for messages and where the name tells the format */
                name?: string;
                /** @description put the articles into the queue, for workers to load, and answer 202 at once; 503 when the queue is full; default: false */
                queue?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description one or more articles, in any format that can be loaded: page text, HTML, RSS, Atom, JSON or JSON Lines with the keys title, publisher, published, url, authors, language and text, of which text is required */
        requestBody: {
            content: {
                "application/atom+xml": unknown;
                "application/json": unknown;
                "application/jsonl": unknown;
                "application/rss+xml": unknown;
                "text/html": unknown;
                "text/plain": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoadedList"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-articles-iri": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description IRI of the article; percent-encode what the address cannot hold */
                iri: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleWhole"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-api-articles-iri": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description IRI of the article; percent-encode what the address cannot hold */
                iri: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Removed"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-backup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/gzip": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-preview-actors": {
        parameters: {
            query?: {
                /** @description the actor that PUT would change; without it the actors would be added */
                id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description actors, as POST /api/actors takes them */
        requestBody: {
            content: {
                "application/json": unknown;
                "application/yaml": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActorsPreview"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-preview-articles": {
        parameters: {
            query?: {
                /** @description name of the document, for messages and where the name tells the format */
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description one or more articles, in any format that can be loaded: page text, HTML, RSS, Atom, JSON or JSON Lines with the keys title, publisher, published, url, authors, language and text, of which text is required */
        requestBody: {
            content: {
                "application/atom+xml": unknown;
                "application/json": unknown;
                "application/jsonl": unknown;
                "application/rss+xml": unknown;
                "text/html": unknown;
                "text/plain": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticlePreviews"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryList"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-activity": {
        parameters: {
            query?: {
                /** @description what is counted (choice); default: demand */
                kind?: "demand" | "statement" | "event" | "position";
                /** @description whose records they are: by, who demands or speaks; of, who should comply or is spoken to. Events count for whoever takes part, positions for whoever holds them (choice); default: by */
                side?: "by" | "of";
                /** @description only this actor, on that side (actor) */
                actor?: string;
                /** @description a known issue, with all that are narrower: nato-enlargement; events have none (issue) */
                issue?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description the weakest that counts; for demands only (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description length of a period (choice); default: month */
                unit?: "day" | "month" | "year";
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-actors": {
        parameters: {
            query?: {
                /** @description a name or part of one (text) */
                name?: string;
                /** @description kind of actor (choice) */
                kind?: "person" | "country" | "organisation" | "medium" | "group";
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-answers": {
        parameters: {
            query?: {
                /** @description a demand, as other queries show it (record) */
                record?: string;
                /** @description who should comply; who speaks for an actor counts as it (actor) */
                of?: string;
                /** @description whose demand it is; who speaks for an actor counts as it (actor) */
                by?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description only what is put in words of this strength, from the weakest (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description days after the demand was last made in which an answer counts; default: 365 */
                within?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-changes": {
        parameters: {
            query: {
                /** @description whose positions and demands (actor) */
                actor: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description a known issue, with all that are narrower: nato-enlargement (issue) */
                issue?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-copies": {
        parameters: {
            query: {
                /** @description an article, as other queries show it (article) */
                article: string;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-demands-on": {
        parameters: {
            query: {
                /** @description who should comply (actor) */
                actor: string;
                /** @description whose demand it is (actor) */
                by?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description a known issue, with all that are narrower: nato-enlargement (issue) */
                issue?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description do: to do something; dont: not to do it (choice) */
                polarity?: "do" | "dont";
                /** @description how strong it is, from the weakest (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description how it is known who should comply (choice) */
                addressed?: "stated" | "inferred" | "missing";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-events": {
        parameters: {
            query?: {
                /** @description who took part (actor) */
                participant?: string;
                /** @description who took part as well (actor) */
                with?: string;
                /** @description part of the name of the place (text) */
                place?: string;
                /** @description kind of event (choice) */
                type?: "meeting" | "call" | "talks" | "conference" | "statement" | "exercise" | "deployment" | "withdrawal" | "accession" | "publication" | "agreement" | "attack" | "other";
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-evidence": {
        parameters: {
            query: {
                /** @description the record, as other queries show it (record) */
                record: string;
                /** @description characters of the article before and after; default: 200 */
                context?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-first-made": {
        parameters: {
            query?: {
                /** @description a demand, as other queries show it (record) */
                record?: string;
                /** @description whose demand it is; who speaks for an actor counts as it (actor) */
                by?: string;
                /** @description who should comply; who speaks for an actor counts as it (actor) */
                of?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description only what is put in words of this strength, from the weakest (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-hardening": {
        parameters: {
            query?: {
                /** @description a demand, as other queries show it (record) */
                record?: string;
                /** @description whose demand it is; who speaks for an actor counts as it (actor) */
                by?: string;
                /** @description who should comply; who speaks for an actor counts as it (actor) */
                of?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description only what is put in words of this strength, from the weakest (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-network": {
        parameters: {
            query?: {
                /** @description only such edges; all when left out (choice) */
                kind?: "demand" | "support" | "oppose";
                /** @description who must be at either end (actor) */
                actor?: string;
                /** @description a known issue, with all that are narrower: nato-enlargement (issue) */
                issue?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description the weakest that counts, of demands; positions have none and stay (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-positions": {
        parameters: {
            query?: {
                /** @description whose position it is (actor) */
                actor?: string;
                /** @description words that must all occur in what it is about, in any form (words) */
                topic?: string;
                /** @description a known issue, with all that are narrower: nato-enlargement (issue) */
                issue?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description support or oppose: the issue asked for, or else what the position says itself (choice) */
                stance?: "support" | "oppose";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-relations": {
        parameters: {
            query?: {
                /** @description who must be at either end (actor) */
                actor?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description fewest demands and statements together; default: 1 */
                minimum?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-repeated-by": {
        parameters: {
            query?: {
                /** @description a demand, as other queries show it (record) */
                record?: string;
                /** @description whose demand it is; who speaks for an actor counts as it (actor) */
                by?: string;
                /** @description who should comply; who speaks for an actor counts as it (actor) */
                of?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description only what is put in words of this strength, from the weakest (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-reported-by": {
        parameters: {
            query?: {
                /** @description a demand, as other queries show it (record) */
                record?: string;
                /** @description whose demand it is; who speaks for an actor counts as it (actor) */
                by?: string;
                /** @description who should comply; who speaks for an actor counts as it (actor) */
                of?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description a known issue, with all that are narrower: nato-enlargement (issue) */
                issue?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description only what is put in words of this strength, from the weakest (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-roles": {
        parameters: {
            query?: {
                /** @description who holds it (actor) */
                actor?: string;
                /** @description at which country or organisation (actor) */
                of?: string;
                /** @description words of the title (text) */
                title?: string;
                /** @description the day in question (day) */
                day?: string;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-said": {
        parameters: {
            query?: {
                /** @description who says it (actor) */
                speaker?: string;
                /** @description who is spoken to (actor) */
                to?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description a known issue, with all that are narrower: nato-enlargement (issue) */
                issue?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description direct: in quotation marks; indirect: not; mixed: partly (choice) */
                quoted?: "direct" | "indirect" | "mixed";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-timeline": {
        parameters: {
            query: {
                /** @description who must be named (actor) */
                actor: string;
                /** @description who must be named as well (actor) */
                with?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description a known issue, with all that are narrower: nato-enlargement (issue) */
                issue?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-unanswered": {
        parameters: {
            query?: {
                /** @description a demand, as other queries show it (record) */
                record?: string;
                /** @description who should comply; who speaks for an actor counts as it (actor) */
                of?: string;
                /** @description whose demand it is; who speaks for an actor counts as it (actor) */
                by?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description only what is put in words of this strength, from the weakest (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description days after the demand was last made in which an answer counts; default: 365 */
                within?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-who-demanded": {
        parameters: {
            query?: {
                /** @description whose demand it is (actor) */
                by?: string;
                /** @description who should comply (actor) */
                of?: string;
                /** @description words that must all occur, in any form (words) */
                topic?: string;
                /** @description a known issue, with all that are narrower: nato-enlargement (issue) */
                issue?: string;
                /** @description first day: 2021-12-31, 2021-12, 2021, today, yesterday (day) */
                since?: string;
                /** @description last day, written as since (day) */
                until?: string;
                /** @description do: to do something; dont: not to do it (choice) */
                polarity?: "do" | "dont";
                /** @description how strong it is, from the weakest (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description how it is known who should comply (choice) */
                addressed?: "stated" | "inferred" | "missing";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-queries-name": {
        parameters: {
            query?: {
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html";
            };
            header?: never;
            path: {
                /** @description name of the query */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": unknown;
                    "text/csv": unknown;
                    "text/html": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-relink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relinked"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServerInfo"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-v1-delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description list of objects with subject, predicate, object, label */
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-v1-query-lang": {
        parameters: {
            query?: {
                /** @description rows at most; the answer says when there are more */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description query language */
                lang: "gizmo" | "graphql" | "mql";
            };
            cookie?: never;
        };
        /** @description the query */
        requestBody: {
            content: {
                "text/plain": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-v1-shape-lang": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description query language */
                lang: "gizmo" | "graphql" | "mql";
            };
            cookie?: never;
        };
        /** @description the query */
        requestBody: {
            content: {
                "text/plain": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-v1-write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description list of objects with subject, predicate, object, label */
        requestBody: {
            content: {
                "application/json": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-v1-write-file-nquad": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description form with the file as NQuadFile */
        requestBody: {
            content: {
                "multipart/form-data": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-v2-delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description quads; N-Quads unless Content-Type says another format of /api/v2/formats. Each needs a label: the article that says it */
        requestBody: {
            content: {
                "application/n-quads": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-v2-formats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-v2-node-delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description the node, as N-Quads write it */
        requestBody: {
            content: {
                "application/n-quads": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-v2-query": {
        parameters: {
            query: {
                /** @description query language */
                lang: "gizmo" | "graphql" | "mql";
                /** @description the query */
                qu: string;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/ld+json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-v2-query": {
        parameters: {
            query: {
                /** @description query language */
                lang: "gizmo" | "graphql" | "mql";
                /** @description rows at most; the answer says when there are more */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description the query */
        requestBody: {
            content: {
                "text/plain": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                    "application/ld+json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-api-v2-read": {
        parameters: {
            query?: {
                /** @description subjects, separated by commas; IRIs as <iri> */
                sub?: string;
                /** @description predicates */
                pred?: string;
                /** @description objects */
                obj?: string;
                /** @description labels */
                label?: string;
                /** @description format of /api/v2/formats */
                format?: string;
                /** @description form of IRIs */
                iri?: "short" | "full";
                /** @description rows at most; the answer says when there are more */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/n-quads": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-v2-read": {
        parameters: {
            query?: {
                /** @description subjects, separated by commas; IRIs as <iri> */
                sub?: string;
                /** @description predicates */
                pred?: string;
                /** @description objects */
                obj?: string;
                /** @description labels */
                label?: string;
                /** @description format of /api/v2/formats */
                format?: string;
                /** @description form of IRIs */
                iri?: "short" | "full";
                /** @description rows at most; the answer says when there are more */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/n-quads": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "post-api-v2-write": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description quads; N-Quads unless Content-Type says another format of /api/v2/formats. Each needs a label: the article that says it */
        requestBody: {
            content: {
                "application/n-quads": unknown;
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-openapi-json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            /** @description an error */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
