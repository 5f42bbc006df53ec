import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BancDOrientations, MSP, ouvrirBancDOrientations } from "./banc-d-orientations.ts";
import { muterAvec } from "./cercles-de-test.ts";
import { AUTRE_EQUIPE, EQUIPE } from "./dossiers-de-test.ts";
import { trouverDossiers } from "./liste-de-test.ts";
import { cle, destinataire, dossierDuBesoin, type Orientation } from "./orientations-de-test.ts";

let banc: BancDOrientations;
beforeAll(async () => {
  banc = await ouvrirBancDOrientations();
});
afterAll(() => banc.fermer());

type Envoyee = Orientation & { readonly besoin: { readonly id: string; readonly version: number } };
const envoyer = async (): Promise<{ orientation: Envoyee; dossier: string }> => {
  const orientation = (await banc.envoyerUne()) as Envoyee;
  return { orientation, dossier: (await dossierDuBesoin(banc.sousGraphe, orientation.besoin.id)).id };
};
const depasser = async ({ orientation }: { orientation: Orientation }, statut = "ENVOYEE") => {
  await banc.sousGraphe.interroger(
    `update parcours.orientation set repondre_avant = now() - interval '1 hour', statut = '${statut}' where id = '${orientation.id}'`,
  );
};
const enRetard = (voulu: boolean, acteur = EQUIPE) => trouverDossiers(banc.sousGraphe, { enRetard: voulu }, acteur);

describe("Un dossier est en retard", () => {
  it("quand le dernier envoi d'un de ses besoins est resté sans réponse à son échéance, que l'horloge soit passée ou non", async () => {
    const [aTemps, depasse, echu] = [await envoyer(), await envoyer(), await envoyer()];
    await depasser(depasse);
    await depasser(echu, "SANS_REPONSE");
    expect(await enRetard(true)).toEqual(expect.arrayContaining([depasse.dossier, echu.dossier]));
    expect(await enRetard(true)).not.toContain(aTemps.dossier);
    expect(await enRetard(false)).toContain(aTemps.dossier);
    for (const { dossier } of [depasse, echu]) expect(await enRetard(false)).not.toContain(dossier);
  });

  it("et ne l'est plus dès que le besoin s'adresse à quelqu'un d'autre, ni quand on y renonce", async () => {
    const [repris, abandonne] = [await envoyer(), await envoyer()];
    for (const un of [repris, abandonne]) await depasser(un, "SANS_REPONSE");
    expect(await enRetard(true)).toEqual(expect.arrayContaining([repris.dossier, abandonne.dossier]));
    const suite = await banc.agir(
      "reorienter",
      repris.orientation,
      EQUIPE,
      ', destinataires: [{ structureId: "MSP-2" }]',
    );
    expect(suite.errors).toBeUndefined();
    const { id } = abandonne.orientation.besoin;
    const { version } = ((await banc.lire(abandonne.orientation.id, EQUIPE)) as Envoyee).besoin;
    const { errors } = await banc.sousGraphe.demander(
      "mutation($input: ModifierBesoinInput!, $cle: ID!) { modifierBesoin(input: $input, cleIdempotence: $cle) { id } }",
      { input: { besoinId: id, version, statut: "ABANDONNE" }, cle: cle() },
      EQUIPE,
    );
    expect(errors).toBeUndefined();
    const restent = await enRetard(true);
    for (const { dossier } of [repris, abandonne]) expect(restent).not.toContain(dossier);
  });

  it("ni quand le destinataire a répondu, ni quand le dossier est clos", async () => {
    const [repondu, clos] = [await envoyer(), await envoyer()];
    await banc.reussir("accepter", repondu.orientation, MSP);
    await depasser(repondu, "ACCEPTEE");
    await depasser(clos, "SANS_REPONSE");
    const { version } = await dossierDuBesoin(banc.sousGraphe, clos.orientation.besoin.id);
    const fin = `parcoursId: "${clos.dossier}", version: ${version}, motif: DECES`;
    expect((await muterAvec(banc.sousGraphe, "cloturerParcours", fin)).errors).toBeUndefined();
    const restent = await enRetard(true);
    for (const { dossier } of [repondu, clos]) expect(restent).not.toContain(dossier);
  });

  it("pour son équipe seule : le cercle et les autres équipes n'en apprennent rien, ni par l'un ni par l'autre", async () => {
    const tardif = await envoyer();
    await depasser(tardif);
    const membre = destinataire("MSP-61");
    const invitation = await banc.sousGraphe.demander(
      "mutation($input: InviterAuCercleInput!, $cle: ID!) { inviterAuCercle(input: $input, cleIdempotence: $cle) { id } }",
      {
        input: { parcoursId: tardif.dossier, structureId: "MSP-61", role: "soins", depuis: new Date().toISOString() },
        cle: cle(),
      },
      EQUIPE,
    );
    expect(invitation.errors).toBeUndefined();
    expect(await trouverDossiers(banc.sousGraphe, {}, membre)).toEqual([tardif.dossier]);
    for (const acteur of [membre, AUTRE_EQUIPE]) {
      expect(await enRetard(true, acteur)).toEqual([]);
      expect(await enRetard(false, acteur)).toEqual([]);
    }
  });
});
