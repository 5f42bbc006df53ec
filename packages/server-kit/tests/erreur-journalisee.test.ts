import { describe, expect, it } from "vitest";
import { direFaute } from "../src/faute.ts";
import { erreurJournalisee } from "../src/observation/erreur-journalisee.ts";

const SECRET = /Dupont|1800175/;

/** As pg gives it: a row in the detail, a value in the message. */
const dePostgresql = Object.assign(new Error('invalid input syntax for type date: "Dupont"'), {
  severity: "ERROR",
  routine: "DateTimeParseError",
  code: "22007",
  detail: "Failing row contains (Dupont, 180017512345678).",
  where: "unnamed portal parameter $1 = 'Dupont'",
  table: "usager",
});

describe("Une erreur dans le journal", () => {
  it("de la base dit son code et sa table, ni la valeur ni la ligne", () => {
    const ecrite = erreurJournalisee(dePostgresql);
    expect(ecrite).toMatchObject({ type: "Error", code: "22007", table: "usager" });
    expect(JSON.stringify(ecrite)).not.toMatch(SECRET);
    expect(ecrite.pile?.[0]).toMatch(/^at .*erreur-journalisee\.test/);
  });

  it.each([
    new SyntaxError('Unexpected token D, "Dupont 180017512345678" is not valid JSON'),
    new Error("«Dupont» est inconnu", { cause: dePostgresql }),
    new AggregateError([dePostgresql, new Error("dossier 180017512345678")], "plusieurs : 'Dupont"),
    new Error("appel du 180 017 512 345 678"),
    "Dupont",
  ])("ne cite pas ce que le message cite : %#", (error) => {
    expect(JSON.stringify(erreurJournalisee(error))).not.toMatch(SECRET);
  });

  it("garde les mots du programme, et ses causes", () => {
    const error = new TypeError("fetch failed", {
      cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
    });
    expect(erreurJournalisee(error)).toMatchObject({
      type: "TypeError",
      message: "fetch failed",
      cause: { message: "connect", code: "ECONNREFUSED" },
    });
  });
});

describe("Une faute du client est dite sans la valeur", () => {
  it.each([
    [
      'Variable "$i" got invalid value "Dupont; 1800175" at "i.ins"; Value is not a valid LocalDate: Dupont; 1800175',
      "la valeur de $i (i.ins) est refusée : une valeur de type LocalDate est attendue.",
    ],
    [
      'Variable "$i" got invalid value { nom: "Dupont" } at "i.usager"; Field "prenoms" of required type "[String!]!" was not provided.',
      "la valeur de $i (i.usager) est refusée : le champ prenoms est obligatoire.",
    ],
    ['Variable "$i" got invalid value "Dupont"; raison nouvelle de Dupont', "la valeur de $i est refusée."],
    ['Syntax Error: Expected Name, found String "Dupont".', "il faut un nom, et non un texte."],
    ['Syntax Error: Expected ":", found Name "Dupont".', "il faut « : », et non un nom."],
    ["Int cannot represent non 32-bit signed integer value: 180017512345678", "une valeur de type Int est attendue."],
    ['Expected value of type "Date!", found "Dupont"; faux', "une valeur de type Date! est attendue."],
    ['Cannot query field "nomm" on type "Structure".', "Structure n'a pas de champ nomm."],
    ["Something new about Dupont.", undefined],
    ["Syntax Error: Something new about Dupont.", undefined],
  ])("%s", (message, dit) => {
    expect(direFaute(message)).toBe(dit);
  });
});
