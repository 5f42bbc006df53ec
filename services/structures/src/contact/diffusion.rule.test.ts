import { Canal } from "@coordination/vocabulaire";
import { describe, expect, it } from "vitest";
import { contactsVisibles, estCanalProfessionnel } from "./diffusion.rule.ts";

const telephone = { canal: "TELEPHONE", diffusion: "PUBLIQUE" } as const;
const ligneDirecte = { canal: "TELEPHONE", diffusion: "PROFESSIONNELLE" } as const;

describe("La diffusion d'un contact", () => {
  it("réserve aux professionnels ce qui leur est destiné", () => {
    expect(contactsVisibles([telephone, ligneDirecte], { professionnel: false })).toEqual([telephone]);
    expect(contactsVisibles([telephone, ligneDirecte], { professionnel: true })).toEqual([telephone, ligneDirecte]);
  });

  it("n'est jamais publique pour les messageries sécurisées", () => {
    expect(Object.values(Canal).filter(estCanalProfessionnel)).toEqual(["MSSANTE", "APICRYPT", "MONSISRA"]);
  });
});
