import { appliquer, type Verdict } from "@coordination/rules";
import { describe, expect, it } from "vitest";
import type { CollegeGouvernance } from "../enums.type.ts";
import { gouvernanceDac } from "./gouvernance.rule.ts";

const OBLIGATOIRES: readonly CollegeGouvernance[] = ["SANITAIRE", "SOCIAL", "MEDICO_SOCIAL", "USAGERS"];
const sans = (absent: CollegeGouvernance) => OBLIGATOIRES.filter((college) => college !== absent);

describe("La gouvernance d'un DAC", () => {
  it.each<[string, readonly CollegeGouvernance[] | null, Verdict]>([
    ["est complète avec les quatre collèges obligatoires, sans les collectivités", OBLIGATOIRES, "OUI"],
    ["ne l'est pas sans le sanitaire", sans("SANITAIRE"), "NON"],
    ["ne l'est pas sans le social", sans("SOCIAL"), "NON"],
    ["ne l'est pas sans le médico-social", sans("MEDICO_SOCIAL"), "NON"],
    ["ne l'est pas sans les usagers, même avec les collectivités", [...sans("USAGERS"), "COLLECTIVITES"], "NON"],
    ["ne l'est pas quand on a déclaré qu'il n'y en a aucun", [], "NON"],
    ["n'est pas connue quand personne ne l'a déclarée", null, "INCONNU"],
  ])("%s", (_cas, colleges, attendu) => {
    expect(appliquer(gouvernanceDac, { colleges }).verdict).toBe(attendu);
  });
});
