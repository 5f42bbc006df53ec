import { countStatements, type Database, openDatabase } from "@coordination/database";
import { type Acteur, ouvrirService } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { pino } from "pino";
import { faireLesEcheances } from "../src/echeance/faire-les-echeances.action.ts";
import { parcoursService } from "../src/index.ts";
import { EQUIPE } from "./dossiers-de-test.ts";
import { annuaireDesDestinataires, cle, destinataire, orienter, ouvrirBesoin } from "./orientations-de-test.ts";
import { ouvrirAToulouse, SECRET, type SousGrapheDeTest } from "./sous-graphe.ts";

interface Vue {
  readonly id: string;
  readonly version: number;
  readonly statut: string;
  readonly envoyeeLe: string;
  readonly repondreAvant: string;
  readonly relancesLe: string[];
  readonly besoin: { readonly statut: string } | null;
}
const VUE = "id version statut envoyeeLe repondreAvant relancesLe besoin { id statut }";
const UNE_SECONDE = 1_000;

let sousGraphe: SousGrapheDeTest;
/** Two processes of the service. */
let bases: Database[];
beforeAll(async () => {
  sousGraphe = await ouvrirAToulouse(annuaireDesDestinataires);
  const ouvrir = () => openDatabase({ url: sousGraphe.url, schema: "parcours", applicationName: "horloge" });
  bases = await Promise.all([ouvrir(), ouvrir()]);
});
afterAll(async () => {
  for (const base of bases) await base.close();
  await sousGraphe.fermer();
});

const passer = (instant: number, rang = 0) => {
  const base = bases[rang];
  if (base === undefined) throw new Error("this process is not open");
  return faireLesEcheances(base, new Date(instant));
};
async function envoyer(structures: readonly string[], ecart: object = {}): Promise<Vue[]> {
  const { data, errors } = await orienter(sousGraphe, await ouvrirBesoin(sousGraphe), structures, ecart);
  expect(errors).toBeUndefined();
  return Promise.all((data as { orienter: { id: string }[] }).orienter.map(({ id }) => lire(id)));
}
async function lire(id: string, acteur: Acteur = EQUIPE): Promise<Vue> {
  const { data } = await sousGraphe.demander(`query($id: ID!) { orientation(id: $id) { ${VUE} } }`, { id }, acteur);
  return data?.orientation as Vue;
}
const agir = (action: string, { id, version }: Vue, acteur: Acteur, argument = "") =>
  sousGraphe.demander(
    `mutation($id: ID!, $version: Int!, $cle: ID!) { rendu: ${action}(orientationId: $id, version: $version, cleIdempotence: $cle${argument}) { id statut } }`,
    { id, version, cle: cle() },
    acteur,
  );
async function envoyerUne(): Promise<Vue & { moitie: number; fin: number }> {
  const [vue] = await envoyer(["MSP-1"]);
  if (vue === undefined) throw new Error("nothing was sent");
  const [ligne] = await sousGraphe.interroger<{ relancer_le: Date }>(
    `select relancer_le from parcours.orientation where id = '${vue.id}'`,
  );
  return { ...vue, moitie: ligne?.relancer_le.getTime() ?? 0, fin: Date.parse(vue.repondreAvant) };
}
/** What the story and the outbox hold of the case of this referral, since it was sent. */
const histoire = async (id: string): Promise<[string[], string[]]> => {
  const types = (table: string) =>
    sousGraphe.interroger<{ type: string }>(
      `select e.type from parcours.${table} e join parcours.orientation o using (dossier_id) where o.id = '${id}' and e.type like 'ORIENTATION%' order by e.id`,
    );
  const [evenements, aPublier] = await Promise.all([types("evenement"), types("a_publier")]);
  return [evenements.map(({ type }) => type), aPublier.map(({ type }) => type)];
};
const MSP = destinataire("MSP-1");

describe("L'échéance de réponse", () => {
  it("ne fait rien avant la moitié du délai, relance une fois à la moitié, et tient le silence pour une réponse à la fin", async () => {
    const envoyee = await envoyerUne();
    await passer(envoyee.moitie - 1);
    expect(await lire(envoyee.id)).toMatchObject({ statut: "ENVOYEE", relancesLe: [] });
    await passer(envoyee.moitie);
    await passer(envoyee.moitie + UNE_SECONDE);
    await passer(envoyee.fin - 1);
    expect(await lire(envoyee.id)).toMatchObject({
      statut: "ENVOYEE",
      version: 1,
      relancesLe: [new Date(envoyee.moitie).toISOString()],
      besoin: { statut: "EN_ORIENTATION" },
    });
    await passer(envoyee.fin);
    await passer(envoyee.fin + UNE_SECONDE);
    expect(await lire(envoyee.id)).toMatchObject({ statut: "SANS_REPONSE", version: 2, besoin: { statut: "OUVERT" } });
    const attendus = ["ORIENTATION_RELANCER", "ORIENTATION_ECHOIR"];
    expect(await histoire(envoyee.id)).toEqual([attendus, attendus]);
  });

  it("ne relance pas en retard ce qui est déjà échu", async () => {
    const { id, fin } = await envoyerUne();
    await passer(fin);
    expect(await lire(id)).toMatchObject({ statut: "SANS_REPONSE", relancesLe: [] });
  });

  it("se traite en peu d'énoncés", async () => {
    const { moitie, fin } = await envoyerUne();
    await passer(moitie - 1);
    // The list; then who acts, the case and the referral held, the story and the outbox, the reminder.
    expect((await countStatements(() => passer(moitie))).statements).toHaveLength(7);
    // The same, the state, the deadlines of the DAC, the next of the cascade, the need.
    expect((await countStatements(() => passer(fin))).statements).toHaveLength(10);
    expect((await countStatements(() => passer(fin))).statements).toHaveLength(1);
  });

  it.each([
    ["acceptée", "accepter", "", "ACCEPTEE"],
    ["refusée", "refuser", ", motif: CAPACITE_ATTEINTE", "REFUSEE"],
    ["mise en liste d'attente", "mettreEnListeAttente", ", delaiJours: 30", "EN_LISTE_ATTENTE"],
  ])("ne touche pas à l'orientation %s entre-temps", async (_cas, action, argument, statut) => {
    const envoyee = await envoyerUne();
    expect((await agir(action, envoyee, MSP, argument)).errors).toBeUndefined();
    await passer(envoyee.fin);
    expect(await lire(envoyee.id)).toMatchObject({ statut, relancesLe: [] });
  });

  it("se fait une fois, à plusieurs processus qui passent ensemble", async () => {
    const envoyees = await Promise.all(Array.from({ length: 6 }, envoyerUne));
    const fin = Math.max(...envoyees.map((envoyee) => envoyee.fin));
    const passes = await Promise.all(Array.from({ length: 8 }, (_, rang) => passer(fin, rang % 2)));
    expect(passes.reduce((total, { echues }) => total + echues, 0)).toBe(envoyees.length);
    for (const { id } of envoyees) expect(await histoire(id)).toEqual([["ORIENTATION_ECHOIR"], ["ORIENTATION_ECHOIR"]]);
  });

  it("et un refus au même instant : l'un des deux, jamais les deux", async () => {
    for (let tour = 0; tour < 10; tour += 1) {
      const envoyee = await envoyerUne();
      const [refus] = await Promise.all([
        agir("refuser", envoyee, MSP, ", motif: CAPACITE_ATTEINTE"),
        passer(envoyee.fin, 0),
        passer(envoyee.fin, 1),
      ]);
      const refusee = refus.errors === undefined;
      expect((await lire(envoyee.id)).statut).toBe(refusee ? "REFUSEE" : "SANS_REPONSE");
      if (!refusee) expect(refus.errors?.[0]?.extensions).toMatchObject({ code: "RULE_NOT_MET" });
      const attendus = [refusee ? "ORIENTATION_REFUSER" : "ORIENTATION_ECHOIR"];
      expect(await histoire(envoyee.id)).toEqual([attendus, attendus]);
    }
  });

  it("se fait d'elle-même dans chaque processus du service, une fois en tout", async () => {
    const { id, fin } = await envoyerUne();
    const ouvrir = () =>
      ouvrirService(parcoursService, {
        url: sousGraphe.url,
        secret: SECRET,
        annuaire: annuaireDesDestinataires,
        logger: pino({ level: "silent" }),
        maintenant: () => new Date(fin),
      });
    const processus = await Promise.all([ouvrir(), ouvrir()]);
    for (const { travailler } of processus) travailler();
    // A service closes after the pass that it has begun.
    await Promise.all(processus.map(({ close }) => close()));
    expect((await lire(id)).statut).toBe("SANS_REPONSE");
    expect(await histoire(id)).toEqual([["ORIENTATION_ECHOIR"], ["ORIENTATION_ECHOIR"]]);
  });

  it("d'une diffusion rouverte court de nouveau en entier", async () => {
    const [premiere, seconde] = await envoyer(["MSP-1", "MSP-2"]);
    if (premiere === undefined || seconde === undefined) throw new Error("two were sent");
    await sousGraphe.interroger(
      `update parcours.orientation set repondre_avant = '2026-01-01', relancer_le = null where id = '${seconde.id}'`,
    );
    await agir("accepter", premiere, MSP);
    await agir("seDesister", { ...premiere, version: 2 }, MSP, ", motif: DEJA_SUIVI");
    const rouverte = await lire(seconde.id);
    expect(rouverte.statut).toBe("ENVOYEE");
    expect(Date.parse(rouverte.repondreAvant)).toBeGreaterThanOrEqual(Date.parse(seconde.repondreAvant));
  });
});

describe("Une cascade", () => {
  const TROIS = ["MSP-1", "MSP-2", "MSP-3"];
  /** Who was asked, in order, and where each stands. */
  const chaine = ({ id }: Vue) =>
    sousGraphe.interroger<{ structure_id: string; statut: string }>(
      `select structure_id, statut from parcours.orientation where diffusion = (select diffusion from parcours.orientation where id = '${id}')
       order by array_position(array['MSP-1', 'MSP-2', 'MSP-3'], structure_id)`,
    );
  const courante = async ({ id }: Vue): Promise<Vue> => {
    const [ligne] = await sousGraphe.interroger<{ id: string }>(
      `select id from parcours.orientation where statut = 'ENVOYEE' and diffusion = (select diffusion from parcours.orientation where id = '${id}')`,
    );
    return lire(ligne?.id ?? "");
  };
  async function commencer(): Promise<Vue> {
    const [premiere, ...autres] = await envoyer(TROIS, { mode: "CASCADE" });
    expect(autres).toEqual([]);
    if (premiere === undefined) throw new Error("nothing was sent");
    return premiere;
  }

  it("sollicite le suivant au refus, puis au silence, puis au désistement ; à la fin, le besoin redevient ouvert", async () => {
    const premiere = await commencer();
    expect(await chaine(premiere)).toEqual([{ structure_id: "MSP-1", statut: "ENVOYEE" }]);
    await agir("refuser", premiere, MSP, ", motif: CAPACITE_ATTEINTE");
    const seconde = await courante(premiere);
    expect(seconde).toMatchObject({ besoin: { statut: "EN_ORIENTATION" }, relancesLe: [] });
    await passer(Date.parse(seconde.repondreAvant));
    const troisieme = await courante(premiere);
    expect(Date.parse(troisieme.envoyeeLe)).toBe(Date.parse(seconde.repondreAvant));
    expect(Date.parse(troisieme.repondreAvant)).toBeGreaterThan(Date.parse(seconde.repondreAvant));
    await agir("accepter", troisieme, destinataire("MSP-3"));
    await agir("seDesister", { ...troisieme, version: 2 }, destinataire("MSP-3"), ", motif: USAGER_REFUSE");
    expect(await chaine(premiere)).toEqual([
      { structure_id: "MSP-1", statut: "REFUSEE" },
      { structure_id: "MSP-2", statut: "SANS_REPONSE" },
      { structure_id: "MSP-3", statut: "DESISTEE" },
    ]);
    expect((await lire(premiere.id)).besoin?.statut).toBe("OUVERT");
  });

  it("s'arrête quand l'un accepte, et quand l'émetteur annule", async () => {
    const acceptee = await commencer();
    await agir("accepter", acceptee, MSP);
    expect(await chaine(acceptee)).toEqual([{ structure_id: "MSP-1", statut: "ACCEPTEE" }]);
    const annulee = await commencer();
    await agir("annuler", annulee, EQUIPE, ', motif: "trouvé ailleurs"');
    expect(await chaine(annulee)).toEqual([{ structure_id: "MSP-1", statut: "ANNULEE" }]);
    expect(
      await sousGraphe.interroger(
        `select from parcours.cascade_en_attente where diffusion = (select diffusion from parcours.orientation where id = '${annulee.id}')`,
      ),
    ).toEqual([]);
  });

  it("ne montre à celui qui refuse ni le suivant ni la liste, et à blanc n'écrit rien", async () => {
    const premiere = await commencer();
    expect((await agir("refuser", premiere, MSP, ", motif: AUTRE, aBlanc: true")).errors).toBeUndefined();
    expect(await chaine(premiere)).toEqual([{ structure_id: "MSP-1", statut: "ENVOYEE" }]);
    await agir("refuser", premiere, MSP, ", motif: AUTRE");
    expect(await lire((await courante(premiere)).id, MSP)).toBeNull();
  });

  it("ne sollicite qu'un suivant, quand le refus et l'échéance arrivent ensemble", async () => {
    for (let tour = 0; tour < 10; tour += 1) {
      const premiere = await commencer();
      const fin = Date.parse(premiere.repondreAvant);
      await Promise.all([agir("refuser", premiere, MSP, ", motif: CAPACITE_ATTEINTE"), passer(fin, 0), passer(fin, 1)]);
      const [avant, apres, ...autres] = await chaine(premiere);
      expect(avant?.statut).toMatch(/^(REFUSEE|SANS_REPONSE)$/);
      expect(apres).toEqual({ structure_id: "MSP-2", statut: "ENVOYEE" });
      expect(autres).toEqual([]);
    }
  });
});
