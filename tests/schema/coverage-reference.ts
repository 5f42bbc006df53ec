import type { DocumentNode } from "graphql";
import { fileExists, listFiles, readText } from "./repository.ts";
import { elementsOf } from "./schema-elements.ts";

/** `Type`, `Type.champ`, `Type.champ(argument:)`, `Enum.VALEUR`, `Input.champ`: a schema coordinate. */
const COORDINATE = /^[A-Z][A-Za-z0-9]*(\.\w+(\(\w+:\))?)?$/;
/** `regle:CODE`, `delegation:D10`, `fichier:chemin`, `test:chemin`: a place of the repository. */
const PLACE = /^(regle|delegation|fichier|test):(\S+)$/;

/** True when the reference is written as `docs/couverture.md` says. */
export const isReference = (reference: string): boolean => COORDINATE.test(reference) || PLACE.test(reference);

/** Looks up references in the public schema, the rules, the catalogue of delegations and the files. */
export function createReferenceFinder(api: DocumentNode): (reference: string) => boolean {
  const coordinates = new Set(elementsOf(api).map(({ coordinate }) => coordinate));
  const rules = rulesOfServices();
  return (reference) => {
    const [, genre, name = ""] = PLACE.exec(reference) ?? [];
    switch (genre) {
      case "regle":
        return rules.has(name);
      case "delegation":
        return listFiles("services/delegations/catalogue", new RegExp(`^${name}(-v\\d+)?\\.yaml$`)).length > 0;
      case "fichier":
        return fileExists(name);
      case "test":
        return name.endsWith(".test.ts") && fileExists(name);
      default:
        return coordinates.has(reference);
    }
  };
}

const rulesOfServices = (): ReadonlySet<string> =>
  new Set(
    listFiles("services", /\.rule\.ts$/).flatMap((path) =>
      [...readText(path).matchAll(/\bregle: "([A-Z_]+)"/g)].map(([, code = ""]) => code),
    ),
  );
