// Made by `npm run api` from the description of the API; not written by hand.

export interface paths {
    "/api/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Known actors, and those that only articles know */
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
    "/api/issues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Known issues */
        get: operations["get-api-issues"];
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
        /**
         * How much is demanded and said over time
         * @description Demands, statements, events or positions by period and actor, for drawing; periods in their order, in each the most active actor first. A record with several actors counts for each, one that names none has an empty actor; what is undated comes last, without a period. Narrow it by days where the graph is large.
         */
        get: operations["ask-activity"];
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
        /**
         * Who is known
         * @description Actors by name or kind, with the number of their records. Without a name, those that have any, the most active first.
         */
        get: operations["ask-actors"];
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
        /**
         * What answers the demands on an actor
         * @description Demands on an actor with what may be answers to them, the three nearest of each. Give of, or a record. An answer is a record of the actor, or of who speaks for it, from the day on which the demand was first made: a statement to the demander, about the demander or on the topic; a position on the topic; a demand of its own on the topic; an agreement, withdrawal or accession that has the demander in it or is on the topic. On the topic means that it has one of the words that say what is demanded. counts says whether a candidate is an answer by this rule, answered whether the demand has one; why is the rule. Nearest is what shares most words with the demand and is said to the demander. A demand of which nothing comes near is not shown here; unanswered shows it.
         */
        get: operations["ask-answers"];
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
        /**
         * How an actor changed
         * @description Positions and demands of an actor on an issue, oldest first. The column change says whether each is new, the same as the last on that matter, or what it was before.
         */
        get: operations["ask-changes"];
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
        /**
         * Which articles carry the same text
         * @description Articles that print nearly the same running text as the given one, whatever their headline: the same words of an agency, say, shortened or with another beginning. common is the share of the shorter text's runs of five words that the longer has, estimated from samples; from one half on an article counts as a copy. The given article is among them; the first published first. A text of fewer than some 35 words is not compared.
         */
        get: operations["ask-copies"];
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
        /**
         * What is demanded of an actor
         * @description All that others want an actor to do or not to do, newest first. Conf. is the probability that a demand is one and whose it is right; the addressee is stated, inferred or missing.
         */
        get: operations["ask-demands-on"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/demands-on/gizmo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is demanded of an actor, as a program for Cayley's pages */
        get: operations["gizmo-demands-on"];
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
        /**
         * What took place
         * @description Meetings, calls, exercises and other events, by participants, place, kind and date, newest first.
         */
        get: operations["ask-events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/events/gizmo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What took place, as a program for Cayley's pages */
        get: operations["gizmo-events"];
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
        /**
         * Everything about one record
         * @description All that is stored about a demand, statement, event, position or role, with the words of the article around it.
         */
        get: operations["ask-evidence"];
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
        /**
         * Who made a demand first
         * @description For each demand, whoever makes it: who is the first to make it, on which day, of whom, in what words, and where that is told; and which article is the first to be published with it. Give a record, or by, of or topic; by leaves only demands that this actor makes, too. The most reported first. actors is how many sides make it. Demands are one when the same side wants the same of the same, in words that may differ: "halt its expansion", "a halt to the expansion". Opposites, other names and other numbers keep them apart, and so does more than a year. When in doubt they stay apart.
         */
        get: operations["ask-first-made"];
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
        /**
         * How the wording of a demand hardened
         * @description Each demand's wordings, first said first, and what is new in each: a stronger or weaker word, an addressee, a deadline or a consequence that came or went. Compared is with the strongest of the last earlier day, because what differs within a day is the reporters' choice. Copies of one text are shown once. Give a record, or by, of or topic; without a record, only demands that are told more than once, those that changed most first. Demands are one when the same side wants the same of the same, in words that may differ: "halt its expansion", "a halt to the expansion". Opposites, other names and other numbers keep them apart, and so does more than a year. When in doubt they stay apart.
         */
        get: operations["ask-hardening"];
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
        /**
         * Who demands of whom, who supports or opposes what
         * @description The edges of a drawing, by month: demands from actor to actor, positions from actor to known issue. The newest month first, in each the most frequent; what is undated comes last. Demands that say nobody who should comply, and positions on no known issue, are left out.
         */
        get: operations["ask-network"];
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
        /**
         * Who stands where
         * @description What actors support or oppose, newest first: on an issue, of an actor, or both. Stance is that on the issue in the words of the article; supports and opposes are the ids of known issues that it comes to support or oppose: who supports a ban opposes what is banned. Issue ids are those of Issues, in the same order.
         */
        get: operations["ask-positions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/positions/gizmo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who stands where, as a program for Cayley's pages */
        get: operations["gizmo-positions"];
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
        /**
         * Who deals with whom
         * @description Counts of demands and statements from actor to actor, for drawing; the strongest first.
         */
        get: operations["ask-relations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/relations/gizmo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who deals with whom, as a program for Cayley's pages */
        get: operations["gizmo-relations"];
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
        /**
         * Who repeats a demand
         * @description Who makes a demand after it was made first: "again" is the same side on another day, "other" is another side. Give a record, or by, of or topic; by leaves only demands that this actor makes, too. One row for each occasion: what is told of one side under the same or neighbouring days. after is days since it was first made. Without a record, only demands that were made more than once. Demands are one when the same side wants the same of the same, in words that may differ: "halt its expansion", "a halt to the expansion". Opposites, other names and other numbers keep them apart, and so does more than a year. When in doubt they stay apart.
         */
        get: operations["ask-repeated-by"];
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
        /**
         * Which articles carry the same demand
         * @description Demands with all articles that witness them. Give a record, or by, of or topic. Demands are one when the same side wants the same of the same, in words that may differ: "halt its expansion", "a halt to the expansion". Opposites, other names and other numbers keep them apart, and so does more than a year. When in doubt they stay apart. Articles that carry nearly the same text, as papers that print one agency do, have the same number under report and count as one of reports; all are shown. The most reported first, and of each what was said first. At most 2,000 demands are compared.
         */
        get: operations["ask-reported-by"];
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
        /**
         * Who held what office
         * @description Offices and their holders: first what the catalogue knows, then what articles say. With a day, the catalogue answers for that day and the articles for half a year around it.
         */
        get: operations["ask-roles"];
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
        /**
         * What was said
         * @description Statements that articles attribute to an actor, newest first.
         */
        get: operations["ask-said"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/said/gizmo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was said, as a program for Cayley's pages */
        get: operations["gizmo-said"];
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
        /**
         * What happened with an actor
         * @description Demands, statements, events and positions that name an actor, or two actors together, newest first.
         */
        get: operations["ask-timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/timeline/gizmo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What happened with an actor, as a program for Cayley's pages */
        get: operations["gizmo-timeline"];
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
        /**
         * Which demands on an actor are unanswered
         * @description Demands on an actor for which the graph holds no answer. Give of, or a record. An answer is a record of the actor, or of who speaks for it, from the day on which the demand was first made: a statement to the demander, about the demander or on the topic; a position on the topic; a demand of its own on the topic; an agreement, withdrawal or accession that has the demander in it or is on the topic. On the topic means that it has one of the words that say what is demanded. What is doubtful counts as an answer, so that what is shown here had none in the articles that were loaded. Meetings do not count; the column answer shows the nearest of what did not count. searched is how many records of the actor lie in the time. What the query answers shows was found. Demands without a day are left out, and those to whose time the reading did not come, because the actor has more than 5,000 records in the time of all.
         */
        get: operations["ask-unanswered"];
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
        /**
         * Who demanded what of whom
         * @description Demands, newest first: whose they are, of whom, in what words, and which article says so. Conf. is the probability that a demand is one and whose it is right; the addressee is stated, inferred or missing. Every condition may be left out.
         */
        get: operations["ask-who-demanded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/queries/who-demanded/gizmo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who demanded what of whom, as a program for Cayley's pages */
        get: operations["gizmo-who-demanded"];
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
    "/api/queries/{name}/gizmo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A saved query with its arguments as a program for Cayley's pages
         * @description The query's own parameters are given as when it is asked. 404 when the answer is computed by the program and has no form in Gizmo.
         */
        get: operations["get-api-queries-name-gizmo"];
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
    "/api/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Decisions on records, newest first */
        get: operations["get-api-reviews"];
        put?: never;
        /** Decide on a record */
        post: operations["post-api-reviews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far the reviewers agree */
        get: operations["get-api-reviews-agreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/gold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The reviewed articles as gold for 'demarche eval extract', one a line */
        get: operations["get-api-reviews-gold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reviews/{iri}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Undo a decision, so that the reviewer's one before it counts */
        delete: operations["delete-api-reviews-iri"];
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
    "/api/texts/{iri}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of an article, in which the offsets of gold count */
        get: operations["get-api-texts-iri"];
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
            actors: components["schemas"]["ActorView"][];
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
            adjectives?: string[];
            aliases?: string[];
            /** @description ISO 3166-1 alpha-3 of the country it is or stands for, or IGO */
            code?: string;
            gender?: string;
            id: string;
            /** @description its node in the graph */
            iri: string;
            /**
             * @description absent when no article says
             * @enum {string}
             */
            kind?: "person" | "country" | "organisation" | "medium" | "group";
            /** @description whether the catalogue knows it; false for those that only articles know */
            linked: boolean;
            name: string;
            /** @description id of the actor that it belongs to */
            of?: string;
            /** @description whether it was added by the user, so that PUT can change it; not told in lists */
            own?: boolean;
            /** @description offices held */
            roles?: components["schemas"]["RoleView"][];
            /** @description capital and other places that stand for it */
            seats?: string[];
            wikidata?: string;
        };
        ActorsAdded: {
            /** @description ids of the actors that were added or changed */
            ids: string[];
            /** @description stored mentions that would now link to one of them; relinking applies it */
            mentions?: string[];
            /** @description what is odd in the catalogue since: names shared with others, offices that overlap */
            warnings?: string[];
        };
        ActorsPreview: {
            /** @description ids of the actors of the document; empty when there are problems */
            ids: string[];
            /** @description stored mentions that relinking would link to one of them */
            mentions: components["schemas"]["Mention"][];
            /** @description why the document cannot be taken as it is */
            problems: components["schemas"]["ActorProblem"][];
            /** @description what would be odd in the catalogue: names shared with others, offices that overlap */
            warnings: string[];
        };
        AgreementView: {
            /** @description the verdict, then the fields */
            measures: components["schemas"]["MeasureView"][];
            /**
             * Format: int64
             * @description records on which two or more have decided
             */
            records: number;
            reviewers: components["schemas"]["ReviewerView"][];
        };
        ArticleList: {
            /** @description newest first */
            articles: components["schemas"]["ArticleView"][];
            /** Format: int64 */
            limit: number;
            more: boolean;
            /** Format: int64 */
            offset: number;
        };
        ArticlePreview: {
            authors?: string[];
            /** @description the parts of the text that are the article's, in their order; all else is furniture: menus, share links, notices */
            blocks: components["schemas"]["BlockView"][];
            digest?: string;
            headline?: string;
            iri: string;
            language?: string;
            /** @description what loading it would answer */
            loaded: components["schemas"]["Loaded"];
            /** @description statements, demands, events, positions, roles and actors that the article gave */
            nodes: components["schemas"]["NodeView"][];
            /** @description day, or time where it is known */
            published?: string;
            /** @description node of the publisher */
            publisher?: string;
            /** @description label that the article gives its publisher */
            publisherName?: string;
            /** @description the text that the offsets count in */
            text?: string;
            url?: string;
        };
        ArticlePreviews: {
            articles: components["schemas"]["ArticlePreview"][];
        };
        ArticleView: {
            authors?: string[];
            digest?: string;
            headline?: string;
            iri: string;
            language?: string;
            /** @description day, or time where it is known */
            published?: string;
            /** @description node of the publisher */
            publisher?: string;
            /** @description label that the article gives its publisher */
            publisherName?: string;
            url?: string;
        };
        ArticleWhole: {
            authors?: string[];
            /** @description the parts of the text that are the article's, in their order; all else is furniture: menus, share links, notices */
            blocks: components["schemas"]["BlockView"][];
            digest?: string;
            headline?: string;
            iri: string;
            language?: string;
            /** @description statements, demands, events, positions, roles and actors that the article gave */
            nodes: components["schemas"]["NodeView"][];
            /** @description day, or time where it is known */
            published?: string;
            /** @description node of the publisher */
            publisher?: string;
            /** @description label that the article gives its publisher */
            publisherName?: string;
            /** @description the text that the offsets count in */
            text?: string;
            url?: string;
        };
        BlockView: {
            /**
             * Format: int64
             * @description first code point
             */
            begin: number;
            /**
             * Format: int64
             * @description code point behind the last
             */
            end: number;
            /** @enum {string} */
            kind: "headline" | "standfirst" | "caption" | "paragraph";
        };
        CayleyResult: {
            /** Format: int64 */
            limit: number;
            result: unknown[] | null;
            truncated: boolean;
        };
        Column: {
            name: string;
            title: string;
            /** @enum {string} */
            type: "actor" | "actors" | "text" | "day" | "int" | "float" | "bool" | "article" | "record";
        };
        Health: {
            /** @description ok */
            status: string;
            version?: string;
        };
        IssueList: {
            issues: components["schemas"]["IssueView"][];
            /** Format: int64 */
            limit: number;
            more: boolean;
            /** Format: int64 */
            offset: number;
        };
        IssueView: {
            /** @description id of the issue that it is part of; absent at the top */
            broader?: string;
            id: string;
            /** @description its node in the graph */
            iri: string;
            name: string;
            /** @description phrases that mean its contrary */
            opposite?: string[];
            /** @description phrases that mean it, as the taxonomy writes them */
            phrases?: string[];
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
            warnings?: string[];
        };
        LoadedList: {
            /** @description what was stored */
            articles?: components["schemas"]["Loaded"][];
            /** @description with queue=true: what will be */
            queued?: components["schemas"]["Queued"][];
        };
        MeasureView: {
            /**
             * Format: double
             * @description Krippendorff's alpha; null where there is nothing to compare, or no difference
             */
            alpha: number | null;
            /** @description verdict (is it a right record), or a field */
            field: string;
            /**
             * Format: int64
             * @description records that two or more gave a value
             */
            units: number;
            /**
             * Format: int64
             * @description values that were compared
             */
            values: number;
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
            examples: string[];
            /** @description as the articles have it */
            name: string;
        };
        NodeView: {
            iri: string;
            properties: {
                [key: string]: unknown[];
            };
        };
        Parameter: {
            choices?: string[];
            default?: string;
            explanation: string;
            name: string;
            required?: boolean;
            /** @enum {string} */
            type: "actor" | "issue" | "text" | "words" | "day" | "int" | "float" | "bool" | "choice" | "article" | "record";
        };
        Problem: {
            /** @description what is wrong, and what to do */
            detail: string;
            /** @description the same as detail */
            error: string;
            /** @description known names near to the one that is not known */
            nearest?: string[];
            /** Format: int64 */
            status: number;
            /** @description what kind of error it is */
            title: string;
        };
        Program: {
            /** @description what it answers, and what it leaves out */
            about: string;
            /** @description the program, for /api/v2/query and Cayley's pages */
            gizmo: string;
        };
        QueryAnswer: {
            columns: components["schemas"]["Column"][];
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
            }[];
        };
        QueryList: {
            /** @description what is wrong with query files that cannot be used */
            problems?: string[];
            queries: components["schemas"]["QueryView"][];
        };
        QueryView: {
            columns: components["schemas"]["Column"][];
            explanation: string;
            /** @description forms that its answers can have, for the parameter format */
            formats: string[];
            /** @description whether it can be had as a program for Cayley's pages */
            gizmo: boolean;
            name: string;
            parameters: components["schemas"]["Parameter"][];
            title: string;
        };
        Queued: {
            /** @description queued, or waiting when it was in the queue already */
            change: string;
            iri: string;
            title: string;
        };
        Ref: {
            id: string;
            name: string;
        };
        Relinked: {
            /**
             * Format: int64
             * @description actors that were linked
             */
            count: number;
            /** @description who became whom, and in how many articles */
            linked: string[];
        };
        Removed: {
            iri: string;
            /**
             * Format: int64
             * @description quads that went
             */
            quads: number;
        };
        ReviewActor: {
            /** @description its node, absent for a name alone */
            iri?: string;
            /** @description empty in a correction that says that there is none */
            name: string;
        };
        ReviewCorrection: {
            /** @description statement: actors */
            addressee?: string[];
            /** @description demand: actor */
            by?: string;
            /** @description where the words that mark it stand */
            cue_spans?: components["schemas"]["ReviewSpan"][];
            /** @description day, month, year or interval that the text gives, in ISO 8601; empty where it gives none */
            day?: string;
            /** @description demand: as day */
            deadline?: string;
            /** @description position: actor */
            holder?: string;
            /** @description position */
            issue?: string;
            /** @description membership: actor */
            member?: string;
            /** @description demand: actors */
            of?: string[];
            /** @description demand: the consequence */
            or_else?: string;
            /** @description demand: where the consequence stands; its words follow */
            or_else_spans?: components["schemas"]["ReviewSpan"][];
            /** @description membership: actor */
            organization?: string;
            /** @description event: actors */
            participants?: string[];
            /** @description event */
            place?: string;
            /**
             * @description demand
             * @enum {string}
             */
            polarity?: "do" | "dont";
            /**
             * @description statement
             * @enum {string}
             */
            quoted?: "direct" | "indirect" | "mixed";
            /** @description where the words of the record stand */
            spans?: components["schemas"]["ReviewSpan"][];
            /** @description statement: actor */
            speaker?: string;
            /**
             * @description position
             * @enum {string}
             */
            stance?: "support" | "oppose";
            /**
             * @description demand
             * @enum {string}
             */
            strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
            /** @description membership */
            title?: string;
            /** @description event: meeting, call, talks and so on */
            type?: string;
            /** @description demand: actor */
            voiced_by?: string;
        };
        ReviewFields: {
            addressee?: components["schemas"]["ReviewActor"][];
            by?: components["schemas"]["ReviewActor"];
            /** @description the words at cue_spans */
            cue?: string;
            cue_spans?: components["schemas"]["ReviewSpan"][];
            /** @description as the text gives it; absent where the record counts under the day of publication */
            day?: string;
            deadline?: string;
            holder?: components["schemas"]["ReviewActor"];
            issue?: string;
            member?: components["schemas"]["ReviewActor"];
            of?: components["schemas"]["ReviewActor"][];
            or_else?: string;
            or_else_spans?: components["schemas"]["ReviewSpan"][];
            organization?: components["schemas"]["ReviewActor"];
            participants?: components["schemas"]["ReviewActor"][];
            place?: string;
            polarity?: string;
            /** @description the words at spans */
            quote?: string;
            quoted?: string;
            spans?: components["schemas"]["ReviewSpan"][];
            speaker?: components["schemas"]["ReviewActor"];
            stance?: string;
            strength?: string;
            title?: string;
            type?: string;
            voiced_by?: components["schemas"]["ReviewActor"];
        };
        ReviewList: {
            /** Format: int64 */
            limit: number;
            more: boolean;
            /** Format: int64 */
            offset: number;
            reviews: components["schemas"]["ReviewView"][];
        };
        ReviewSent: {
            comment?: string;
            /** @description with the verdict correct: the fields that are other than extracted; an empty text or list says that there is none */
            correction?: components["schemas"]["ReviewCorrection"];
            /** @description IRI of the record */
            record: string;
            /** @description name of who decides */
            reviewer: string;
            /** @enum {string} */
            verdict: "accept" | "correct" | "reject";
        };
        ReviewSpan: {
            /**
             * Format: int64
             * @description first code point
             */
            begin: number;
            /**
             * Format: int64
             * @description code point behind the last
             */
            end: number;
        };
        ReviewView: {
            article: string;
            comment: string;
            /** @description what the reviewer has otherwise */
            correction: components["schemas"]["ReviewFields"];
            /** @description IRI of the record that it stands for now; empty when that is found no longer */
            found: string;
            headline: string;
            iri: string;
            /** @description the record as it was */
            judged: components["schemas"]["ReviewFields"];
            /** @enum {string} */
            kind: "statement" | "demand" | "event" | "position" | "membership";
            /** @description the record in a line, as it was judged */
            label: string;
            /** @description whether it counts: no later decision of the reviewer is on the same record */
            latest: boolean;
            /** @description IRI that the record had */
            record: string;
            /** @description whether the article is no longer stored */
            removed: boolean;
            reviewer: string;
            /** Format: date-time */
            time: string;
            /** @enum {string} */
            verdict: "accept" | "correct" | "reject";
        };
        ReviewerView: {
            name: string;
            /**
             * Format: int64
             * @description decisions that count
             */
            reviews: number;
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
             * @description stored articles
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
        Undone: {
            iri: string;
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
                /** @description part of a name or of another name; the nearest come first */
                q?: string;
                /** @description kind of actor */
                kind?: "person" | "country" | "organisation" | "medium" | "group";
                /** @description also actors that only articles know, after the known ones; default: false */
                unlinked?: boolean;
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
                    "application/gzip": string;
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
    "get-api-issues": {
        parameters: {
            query?: {
                /** @description part of a name or of a phrase; the nearest come first, else they are in the order of their ids */
                q?: string;
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
                    "application/json": components["schemas"]["IssueList"];
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
    "ask-activity": {
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
                /** @description the least strength that counts; for demands only (choice) */
                weakest?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
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
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Actor */
                            actor: components["schemas"]["Ref"] | null;
                            /** @description Count */
                            count: number | null;
                            /** @description Period */
                            period: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-actors": {
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
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Actor */
                            actor: components["schemas"]["Ref"] | null;
                            /** @description Also */
                            also: string | null;
                            /** @description Code */
                            code: string | null;
                            /** @description Demanded of */
                            demanded: number | null;
                            /** @description Demands */
                            demands: number | null;
                            /** @description Events */
                            events: number | null;
                            /** @description Id */
                            id: string | null;
                            /** @description Kind */
                            kind: string | null;
                            /** @description Known */
                            linked: boolean | null;
                            /** @description Positions */
                            positions: number | null;
                            /** @description Records */
                            records: number | null;
                            /** @description Statements */
                            statements: number | null;
                            /** @description Wikidata */
                            wikidata: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-answers": {
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
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Answer */
                            answer: string | null;
                            /** @description Answer by */
                            answer_by: components["schemas"]["Ref"][] | null;
                            /** @description Answer on */
                            answer_day: string | null;
                            /** @description Answer record */
                            answer_record: string | null;
                            /** @description Answered */
                            answered: boolean | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description By */
                            by: components["schemas"]["Ref"] | null;
                            /** @description Counts */
                            counts: boolean | null;
                            /** @description Deadline */
                            deadline: string | null;
                            /** @description First */
                            first: string | null;
                            /** @description Demand */
                            group: number | null;
                            /** @description Last */
                            last: string | null;
                            /** @description Of */
                            of: components["schemas"]["Ref"][] | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Reports */
                            reports: number | null;
                            /** @description Strength */
                            strength: string | null;
                            /** @description What */
                            what: string | null;
                            /** @description Why */
                            why: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-changes": {
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
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Issues */
                            about: string | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Change */
                            change: string | null;
                            /** @description Conf. */
                            confidence: number | null;
                            /** @description Day */
                            day: string | null;
                            /** @description Kind */
                            kind: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Quote */
                            quote: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Stance */
                            stance: string | null;
                            /** @description Toward */
                            toward: components["schemas"]["Ref"][] | null;
                            /** @description What */
                            what: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-copies": {
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
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description In common */
                            common: number | null;
                            /** @description Published */
                            published: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Address */
                            url: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-demands-on": {
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
                /** @description how strong it is, exactly (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description the least strength that counts (choice) */
                weakest?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description how it is known who should comply (choice) */
                addressed?: "stated" | "inferred" | "missing";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
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
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Issues */
                            about: string | null;
                            /** @description Addressee */
                            addressed: string | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description By */
                            by: components["schemas"]["Ref"] | null;
                            /** @description Conf. */
                            confidence: number | null;
                            /** @description Cue */
                            cue: string | null;
                            /** @description Day */
                            day: string | null;
                            /** @description Deadline */
                            deadline: string | null;
                            /** @description Or else */
                            or_else: string | null;
                            /** @description Do/don't */
                            polarity: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Quote */
                            quote: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Strength */
                            strength: string | null;
                            /** @description Voiced by */
                            voiced_by: components["schemas"]["Ref"] | null;
                            /** @description What */
                            what: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "gizmo-demands-on": {
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
                /** @description how strong it is, exactly (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description the least strength that counts (choice) */
                weakest?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description how it is known who should comply (choice) */
                addressed?: "stated" | "inferred" | "missing";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
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
                    "application/json": components["schemas"]["Program"];
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
    "ask-events": {
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
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
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
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Conf. */
                            confidence: number | null;
                            /** @description Day */
                            day: string | null;
                            /** @description Event */
                            label: string | null;
                            /** @description Participants */
                            participants: components["schemas"]["Ref"][] | null;
                            /** @description Place */
                            place: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Quote */
                            quote: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Type */
                            type: string | null;
                            /** @description When */
                            when: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "gizmo-events": {
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
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
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
                    "application/json": components["schemas"]["Program"];
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
    "ask-evidence": {
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
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Issues */
                            about: string | null;
                            /** @description Addressee */
                            addressed: string | null;
                            /** @description To */
                            addressee: components["schemas"]["Ref"][] | null;
                            /** @description After */
                            after: string | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Dated by */
                            basis: string | null;
                            /** @description Before */
                            before: string | null;
                            /** @description By */
                            by: components["schemas"]["Ref"] | null;
                            /** @description Confidence */
                            confidence: number | null;
                            /** @description Cue */
                            cue: string | null;
                            /** @description Cue at */
                            cue_spans: string | null;
                            /** @description Day */
                            day: string | null;
                            /** @description Deadline */
                            deadline: string | null;
                            /** @description Actor */
                            holder: components["schemas"]["Ref"] | null;
                            /** @description Issue */
                            issue: string | null;
                            /** @description Issue ids */
                            issue_ids: string | null;
                            /** @description Kind */
                            kind: string | null;
                            /** @description In short */
                            label: string | null;
                            /** @description Person */
                            member: components["schemas"]["Ref"] | null;
                            /** @description Of */
                            of: components["schemas"]["Ref"][] | null;
                            /** @description Or else */
                            or_else: string | null;
                            /** @description Or else at */
                            or_else_span: string | null;
                            /** @description Organisation */
                            organization: components["schemas"]["Ref"] | null;
                            /** @description Participants */
                            participants: components["schemas"]["Ref"][] | null;
                            /** @description Passage */
                            passage: string | null;
                            /** @description Place */
                            place: string | null;
                            /** @description Do/don't */
                            polarity: string | null;
                            /** @description Published */
                            published: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Quote */
                            quote: string | null;
                            /** @description Speech */
                            quoted: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Rule */
                            rule: string | null;
                            /** @description Said in */
                            said_in: string | null;
                            /** @description Spans */
                            spans: string | null;
                            /** @description Speaker */
                            speaker: components["schemas"]["Ref"] | null;
                            /** @description Stance */
                            stance: string | null;
                            /** @description In statement */
                            statement: string | null;
                            /** @description Strength */
                            strength: string | null;
                            /** @description Title */
                            title: string | null;
                            /** @description Event type */
                            type: string | null;
                            /** @description Address */
                            url: string | null;
                            /** @description Voiced by */
                            voiced_by: components["schemas"]["Ref"] | null;
                            /** @description When */
                            when: string | null;
                            /** @description Where */
                            where: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-first-made": {
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
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Actors */
                            actors: number | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Articles */
                            articles: number | null;
                            /** @description By */
                            by: components["schemas"]["Ref"] | null;
                            /** @description Cue */
                            cue: string | null;
                            /** @description First said */
                            day: string | null;
                            /** @description Demand */
                            group: number | null;
                            /** @description Last said */
                            last: string | null;
                            /** @description Of */
                            of: components["schemas"]["Ref"][] | null;
                            /** @description Published */
                            published: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description First reported */
                            reported: string | null;
                            /** @description Reported by */
                            reported_by: string | null;
                            /** @description Reported in */
                            reported_in: string | null;
                            /** @description First report */
                            reported_record: string | null;
                            /** @description Reports */
                            reports: number | null;
                            /** @description Strength */
                            strength: string | null;
                            /** @description Voiced by */
                            voiced_by: components["schemas"]["Ref"] | null;
                            /** @description What */
                            what: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-hardening": {
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
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Articles */
                            articles: number | null;
                            /** @description By */
                            by: components["schemas"]["Ref"] | null;
                            /** @description Change */
                            change: string | null;
                            /** @description Cue */
                            cue: string | null;
                            /** @description Day */
                            day: string | null;
                            /** @description Deadline */
                            deadline: string | null;
                            /** @description Demand */
                            group: number | null;
                            /** @description Of */
                            of: components["schemas"]["Ref"][] | null;
                            /** @description Or else */
                            or_else: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Reports */
                            reports: number | null;
                            /** @description Strength */
                            strength: string | null;
                            /** @description Voiced by */
                            voiced_by: components["schemas"]["Ref"] | null;
                            /** @description What */
                            what: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-network": {
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
                /** @description the least strength that counts, of demands; positions have none and stay (choice) */
                weakest?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Count */
                            count: number | null;
                            /** @description Issue */
                            issue: string | null;
                            /** @description Issue id */
                            issue_id: string | null;
                            /** @description Kind */
                            kind: string | null;
                            /** @description Month */
                            month: string | null;
                            /** @description From */
                            source: components["schemas"]["Ref"] | null;
                            /** @description To */
                            target: components["schemas"]["Ref"] | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-positions": {
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
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
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
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Issues */
                            about: string | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Conf. */
                            confidence: number | null;
                            /** @description Cue */
                            cue: string | null;
                            /** @description Day */
                            day: string | null;
                            /** @description Actor */
                            holder: components["schemas"]["Ref"] | null;
                            /** @description Issue */
                            issue: string | null;
                            /** @description Issue ids */
                            issue_ids: string | null;
                            /** @description Opposes */
                            opposes: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Quote */
                            quote: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Stance */
                            stance: string | null;
                            /** @description Supports */
                            supports: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "gizmo-positions": {
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
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
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
                    "application/json": components["schemas"]["Program"];
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
    "ask-relations": {
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
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Demands */
                            demands: number | null;
                            /** @description First */
                            first: string | null;
                            /** @description Last */
                            last: string | null;
                            /** @description From */
                            source: components["schemas"]["Ref"] | null;
                            /** @description Statements */
                            statements: number | null;
                            /** @description To */
                            target: components["schemas"]["Ref"] | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "gizmo-relations": {
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
                    "application/json": components["schemas"]["Program"];
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
    "ask-repeated-by": {
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
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Days after */
                            after: number | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Articles */
                            articles: number | null;
                            /** @description By */
                            by: components["schemas"]["Ref"] | null;
                            /** @description Cue */
                            cue: string | null;
                            /** @description Day */
                            day: string | null;
                            /** @description Demand */
                            group: number | null;
                            /** @description Of */
                            of: components["schemas"]["Ref"][] | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Repeats */
                            repeats: string | null;
                            /** @description Reports */
                            reports: number | null;
                            /** @description Strength */
                            strength: string | null;
                            /** @description Voiced by */
                            voiced_by: components["schemas"]["Ref"] | null;
                            /** @description What */
                            what: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-reported-by": {
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
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Addressee */
                            addressed: string | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Articles */
                            articles: number | null;
                            /** @description By */
                            by: components["schemas"]["Ref"] | null;
                            /** @description Conf. */
                            confidence: number | null;
                            /** @description Cue */
                            cue: string | null;
                            /** @description Day */
                            day: string | null;
                            /** @description First */
                            first: string | null;
                            /** @description Demand */
                            group: number | null;
                            /** @description Last */
                            last: string | null;
                            /** @description Of */
                            of: components["schemas"]["Ref"][] | null;
                            /** @description Or else */
                            or_else: string | null;
                            /** @description Do/don't */
                            polarity: string | null;
                            /** @description Published */
                            published: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Report */
                            report: number | null;
                            /** @description Reports */
                            reports: number | null;
                            /** @description Strength */
                            strength: string | null;
                            /** @description Voiced by */
                            voiced_by: components["schemas"]["Ref"] | null;
                            /** @description What */
                            what: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-roles": {
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
                /** @description only what the catalogue knows, or only what articles say (choice) */
                source?: "catalogue" | "article";
                /** @description least confidence of what articles say, from 0 to 1 */
                confidence?: number;
                /** @description only what articles say and is less sure than this, from 0 to 1 */
                below?: number;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Conf. */
                            confidence: number | null;
                            /** @description Stated */
                            day: string | null;
                            /** @description From */
                            from: string | null;
                            /** @description Of */
                            of: components["schemas"]["Ref"] | null;
                            /** @description Person */
                            person: components["schemas"]["Ref"] | null;
                            /** @description Quote */
                            quote: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Source */
                            source: string | null;
                            /** @description Title */
                            title: string | null;
                            /** @description To */
                            to: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-said": {
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
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Issues */
                            about: string | null;
                            /** @description To */
                            addressee: components["schemas"]["Ref"][] | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Conf. */
                            confidence: number | null;
                            /** @description Cue */
                            cue: string | null;
                            /** @description Day */
                            day: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Quote */
                            quote: string | null;
                            /** @description Speech */
                            quoted: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Speaker */
                            speaker: components["schemas"]["Ref"] | null;
                            /** @description What */
                            what: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "gizmo-said": {
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
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
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
                    "application/json": components["schemas"]["Program"];
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
    "ask-timeline": {
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
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Issues */
                            about: string | null;
                            /** @description Actor */
                            actors: components["schemas"]["Ref"][] | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Conf. */
                            confidence: number | null;
                            /** @description Day */
                            day: string | null;
                            /** @description Kind */
                            kind: string | null;
                            /** @description In short */
                            label: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Quote */
                            quote: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Toward */
                            toward: components["schemas"]["Ref"][] | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "gizmo-timeline": {
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
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
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
                    "application/json": components["schemas"]["Program"];
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
    "ask-unanswered": {
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
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Nearest */
                            answer: string | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description Articles */
                            articles: number | null;
                            /** @description By */
                            by: components["schemas"]["Ref"] | null;
                            /** @description Deadline */
                            deadline: string | null;
                            /** @description First */
                            first: string | null;
                            /** @description Demand */
                            group: number | null;
                            /** @description Last */
                            last: string | null;
                            /** @description Of */
                            of: components["schemas"]["Ref"][] | null;
                            /** @description Or else */
                            or_else: string | null;
                            /** @description Do/don't */
                            polarity: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Reports */
                            reports: number | null;
                            /** @description Searched */
                            searched: number | null;
                            /** @description Strength */
                            strength: string | null;
                            /** @description What */
                            what: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "ask-who-demanded": {
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
                /** @description how strong it is, exactly (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description the least strength that counts (choice) */
                weakest?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description how it is known who should comply (choice) */
                addressed?: "stated" | "inferred" | "missing";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
                /** @description rows at most; the answer says when there are more */
                limit?: number;
                /** @description mark of the page, from the answer of the page before */
                after?: string;
                /** @description form of the answer; takes precedence over Accept */
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": {
                        columns: components["schemas"]["Column"][];
                        /**
                         * Format: double
                         * @description time that the query took
                         */
                        milliseconds: number;
                        /** @description mark of the next page, for the parameter after; absent at the end */
                        next?: string;
                        query: string;
                        rows: {
                            /** @description Issues */
                            about: string | null;
                            /** @description Addressee */
                            addressed: string | null;
                            /** @description Article */
                            article: string | null;
                            /** @description Article IRI */
                            article_iri: string | null;
                            /** @description By */
                            by: components["schemas"]["Ref"] | null;
                            /** @description Conf. */
                            confidence: number | null;
                            /** @description Cue */
                            cue: string | null;
                            /** @description Day */
                            day: string | null;
                            /** @description Deadline */
                            deadline: string | null;
                            /** @description Of */
                            of: components["schemas"]["Ref"][] | null;
                            /** @description Or else */
                            or_else: string | null;
                            /** @description Do/don't */
                            polarity: string | null;
                            /** @description Publisher */
                            publisher: string | null;
                            /** @description Quote */
                            quote: string | null;
                            /** @description Record */
                            record: string | null;
                            /** @description Strength */
                            strength: string | null;
                            /** @description Voiced by */
                            voiced_by: components["schemas"]["Ref"] | null;
                            /** @description What */
                            what: string | null;
                        }[];
                    };
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "gizmo-who-demanded": {
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
                /** @description how strong it is, exactly (choice) */
                strength?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description the least strength that counts (choice) */
                weakest?: "wish" | "ask" | "call" | "urge" | "insist" | "demand" | "order" | "ultimatum";
                /** @description how it is known who should comply (choice) */
                addressed?: "stated" | "inferred" | "missing";
                /** @description least confidence, from 0 to 1 */
                confidence?: number;
                /** @description only what is less sure than this, from 0 to 1 */
                below?: number;
                /** @description only what this medium published (actor) */
                publisher?: string;
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
                    "application/json": components["schemas"]["Program"];
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
                format?: "json" | "jsonl" | "csv" | "html" | "graphml";
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
                    "application/graphml+xml": string;
                    "application/json": components["schemas"]["QueryAnswer"];
                    "application/jsonl": string;
                    "text/csv": string;
                    "text/html": string;
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
    "get-api-queries-name-gizmo": {
        parameters: {
            query?: never;
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
                    "application/json": components["schemas"]["Program"];
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
    "get-api-reviews": {
        parameters: {
            query?: {
                /** @description IRI of the article */
                article?: string;
                /** @description IRI of the record, as it was judged or as it is now */
                record?: string;
                /** @description name of the reviewer */
                reviewer?: string;
                /** @description what was decided */
                verdict?: "accept" | "correct" | "reject";
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
                    "application/json": components["schemas"]["ReviewList"];
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
    "post-api-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description the decision */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviewSent"];
            };
        };
        responses: {
            /** @description the answer */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewView"];
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
    "get-api-reviews-agreement": {
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
                    "application/json": components["schemas"]["AgreementView"];
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
    "get-api-reviews-gold": {
        parameters: {
            query?: {
                /** @description whose decisions; left out, what more than half of a record's reviewers hold */
                reviewer?: string;
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
                    "application/jsonl": string;
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
    "delete-api-reviews-iri": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description IRI; percent-encode what the address cannot hold */
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
                    "application/json": components["schemas"]["Undone"];
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
    "get-api-texts-iri": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description IRI; percent-encode what the address cannot hold */
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
                    "text/plain": string;
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
                    "application/ld+json": string;
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
                    "application/ld+json": string;
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
                    "application/n-quads": string;
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
                    "application/n-quads": string;
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
