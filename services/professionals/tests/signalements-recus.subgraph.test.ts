import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ACTEURS,
  type AnnuaireDeDeclarations,
  CARDIOLOGUE,
  idDe,
  ouvrirAnnuaireDeDeclarations,
} from "./annuaire-de-declarations.ts";

let annuaire: AnnuaireDeDeclarations;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeDeclarations();
});
afterAll(() => annuaire.fermer());

let cles = 0;
async function nouveau(ecart: object = {}): Promise<string> {
  const mutation = `mutation ($input: SignalerErreurProfessionnelInput!, $cle: ID!) {
    signalerErreurProfessionnel(input: $input, cleIdempotence: $cle) { numero }
  }`;
  const input = { professionnelId: idDe(CARDIOLOGUE), champ: "téléphone", attendu: "05 00 00 00 01", ...ecart };
  const { data } = await annuaire.demanderEn<{ signalerErreurProfessionnel: { numero: string } }>(null, mutation, {
    input,
    cle: `cle-de-test-${++cles}`,
  });
  return data?.signalerErreurProfessionnel.numero ?? "";
}

describe("Les signalements reçus sur un professionnel", () => {
  const lister = async (qui: Acteur | null, statuts: string[] | null = null) => {
    const query = `query ($id: ID!, $statuts: [StatutSignalement!]) {
      signalementsDeProfessionnel(professionnelId: $id, statuts: $statuts) {
        signalement { numero statut } situation { id } champ attendu commentaire
      }
    }`;
    const { data, refus } = await annuaire.demanderEn<{
      signalementsDeProfessionnel: { signalement: { numero: string }; situation: { id: string } | null }[];
    }>(qui, query, { id: idDe(CARDIOLOGUE), statuts });
    return { recus: data?.signalementsDeProfessionnel ?? null, refus };
  };

  it("se lisent par une agence et par la structure concernée, les plus anciens d'abord", async () => {
    const numero = await nouveau({ situationId: annuaire.situationId, commentaire: "Ligne coupée." });
    for (const qui of [ACTEURS.agence, ACTEURS.sonHopital]) {
      const { recus } = await lister(qui, ["RECU"]);
      expect(recus?.find(({ signalement }) => signalement.numero === numero)).toEqual({
        signalement: { numero, statut: "RECU" },
        situation: { id: annuaire.situationId },
        champ: "téléphone",
        attendu: "05 00 00 00 01",
        commentaire: "Ligne coupée.",
      });
    }
    const autre = await nouveau();
    const numeros = (await lister(ACTEURS.agence)).recus?.map(({ signalement }) => signalement.numero);
    expect(numeros?.toSorted()).toEqual([numero, autre].toSorted());
  });

  it("ne se lisent par personne d'autre", async () => {
    for (const qui of [ACTEURS.autreHopital, ACTEURS.confrere, ACTEURS.elleMeme]) {
      expect(await lister(qui)).toEqual({ recus: [], refus: null });
    }
    expect((await lister(null)).refus?.code).toBe("UNAUTHENTICATED");
    expect((await lister(ACTEURS.sansPortee)).refus?.code).toBe("FORBIDDEN");
  });
});
