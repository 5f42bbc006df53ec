import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ABSENT, type BancDeVisibilite, NOM, NOMMEE, ouvrirBancDeVisibilite } from "./banc-de-visibilite.ts";
import { muterAvec } from "./cercles-de-test.ts";
import { EQUIPE, PASSANT } from "./dossiers-de-test.ts";
import { KINE } from "./orientations-de-test.ts";

let banc: BancDeVisibilite;
beforeAll(async () => {
  banc = await ouvrirBancDeVisibilite();
});
afterAll(() => banc.fermer());

describe("Un accès exceptionnel", () => {
  const briser = (id: string, acteur: Acteur, motif = "inconscient aux urgences, traitement inconnu") =>
    muterAvec(banc.sousGraphe, "accederEnBrisDeGlace", `parcoursId: "${id}", motif: "${motif}"`, acteur);

  it("ouvre le dossier une heure, prévient l'équipe et se lit au journal, lectures comprises", async () => {
    const { id } = await banc.ouvrir();
    expect(await banc.lire(id, KINE, NOM)).toBeNull();
    expect((await briser(id, KINE)).errors).toBeUndefined();
    expect(await banc.lire(id, KINE, NOM)).toEqual(NOMMEE);
    const { data } = await banc.sousGraphe.demander(
      "query($id: ID!) { tracesAcces(parcoursId: $id, first: 10) { edges { node { action objet motif brisDeGlace acteur { professionnel { id } } } } } }",
      { id },
      EQUIPE,
    );
    const lui = { professionnel: { id: "889900000053" } };
    expect(data).toEqual({
      tracesAcces: {
        edges: [
          {
            node: {
              action: "BRIS_DE_GLACE",
              objet: "DOSSIER",
              motif: "inconscient aux urgences, traitement inconnu",
              brisDeGlace: true,
              acteur: lui,
            },
          },
          { node: { action: "LIRE", objet: "IDENTITE", motif: null, brisDeGlace: true, acteur: lui } },
        ],
      },
    });
    const publies = await banc.sousGraphe.interroger<{ charge: object }>(
      `select charge from parcours.a_publier where dossier_id = '${id}' and type = 'BRIS_DE_GLACE'`,
    );
    expect(publies).toEqual([{ charge: { dossierId: id, par: "889900000053" } }]);
    await banc.sousGraphe.interroger(
      `update parcours.bris_de_glace set depuis = now() - interval '2 hours', jusqu_a = now() - interval '1 second' where dossier_id = '${id}'`,
    );
    expect(await banc.lire(id, KINE, NOM)).toBeNull();
  });

  it("s'inscrit à la chaîne du dossier, même demandé par un identifiant en capitales", async () => {
    const { id } = await banc.ouvrir();
    await banc.lire(id, EQUIPE, NOM);
    expect((await briser(id.toUpperCase(), KINE)).errors).toBeUndefined();
    const [lecture, acces] = await banc.sousGraphe.interroger<{ precedente: string; empreinte: string }>(
      `select precedente, empreinte from parcours.trace_acces where dossier_id = '${id}' order by id`,
    );
    expect(acces?.precedente).toBe(lecture?.empreinte);
  });

  it("demande un motif et un numéro RPPS, et n'apprend rien d'un dossier qui n'existe pas", async () => {
    const { id } = await banc.ouvrir();
    expect((await briser(id, KINE, "vite")).errors?.[0]?.extensions).toMatchObject({ champ: "motif" });
    expect((await briser(id, PASSANT)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    expect(await briser(id, PASSANT)).toEqual(await briser(ABSENT, PASSANT));
    expect((await briser(ABSENT, KINE)).errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND" });
    expect(await banc.lire(id, KINE, NOM)).toBeNull();
  });
});
