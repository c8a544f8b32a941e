import { describe, expect, test } from "vitest";
import { articleDocument, documentOf, emptyActor, emptyArticle, fieldsOf } from "./entry";

describe("an actor in the form", () => {
  test("becomes an entry of the catalogue, without what is empty", () => {
    const fields = { ...emptyActor, name: " Leaders of the European Union ", kind: "group", of: "european-union", aliases: "EU leaders\n\n European leaders ", gender: "male" };
    expect(JSON.parse(documentOf(fields))).toEqual({ actors: [{ name: "Leaders of the European Union", kind: "group", of: "european-union", aliases: ["EU leaders", "European leaders"] }] });
  });
  test("keeps the offices of a person only, and none without words", () => {
    const office = { title: "Minister", of: "germany", from: "2021", to: "", acting: true };
    const person = { ...emptyActor, name: "Anna Bell", roles: [office, { title: " ", of: "", from: "", to: "", acting: false }] };
    expect(JSON.parse(documentOf(person)).actors[0].roles).toEqual([{ title: "Minister", of: "germany", from: "2021", acting: true }]);
    expect(JSON.parse(documentOf({ ...person, kind: "group" })).actors[0].roles).toBeUndefined();
  });
  test("comes back as it went", () => {
    const actor = { id: "anna-bell", iri: "demarche:actor/anna-bell", name: "Anna Bell", kind: "person", aliases: ["A. Bell", "Bell"], roles: [{ title: "Minister", of: "germany", from: "2021-01-01" }] };
    expect(JSON.parse(documentOf(fieldsOf(actor as never))).actors[0]).toEqual({ name: "Anna Bell", kind: "person", aliases: ["A. Bell", "Bell"], roles: [{ title: "Minister", of: "germany", from: "2021-01-01" }] });
  });
});

describe("a pasted article", () => {
  test("of which nothing is said goes as the text of a page", () => {
    expect(articleDocument({ ...emptyArticle, text: "Title\n\nText." })).toEqual({ name: "pasted.txt", type: "text/plain", body: "Title\n\nText." });
  });
  test("goes with what is said of it", () => {
    const sent = articleDocument({ ...emptyArticle, text: "Text.", title: " Talks fail ", published: "2021-05-06" });
    expect(sent.type).toBe("application/json");
    expect(JSON.parse(sent.body)).toEqual({ title: "Talks fail", published: "2021-05-06", text: "Text." });
  });
});
