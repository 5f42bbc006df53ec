import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ACTEURS,
  type AnnuaireDeDeclarations,
  DEUX_SAVOIR_FAIRE,
  idDe,
  ouvrirAnnuaireDeDeclarations,
} from "./annuaire-de-declarations.ts";
import { DECLARATIONS, type DeclarationAEssayer, refusesPar } from "./declarations-a-essayer.ts";

let annuaire: AnnuaireDeDeclarations;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeDeclarations();
});
afterAll(() => annuaire.fermer());

let cles = 0;
const nouvelleCle = () => `cle-de-test-${++cles}`;

/** Runs the mutation as somebody. */
function declarer(
  { nom, type, selection, input }: DeclarationAEssayer,
  qui: Acteur | null,
  { ecart = {}, cle = nouvelleCle() }: { ecart?: object; cle?: string } = {},
) {
  const activite = "situationId" in input ? { situationId: annuaire.situationId } : {};
  const query = `mutation ($input: ${type}, $cle: ID!) { reponse: ${nom}(input: $input, cleIdempotence: $cle) { ${selection} } }`;
  return annuaire.demanderEn<{ reponse: Record<string, unknown> }>(qui, query, {
    input: { ...input, ...activite, ...ecart },
    cle,
  });
}

/** All that a declaration may write, as the database has it. */
const etat = async ({ table }: DeclarationAEssayer) => ({
  table: await annuaire.lignes(table),
  cles: (await annuaire.lignes("ecriture")).map(({ cle, acteur }) => `${acteur} ${cle}`),
});

describe.each(DECLARATIONS)("$nom", (declaration) => {
  const { admis, autre, table } = declaration;
  const fautes = declaration.fautes.map(
    ([cas, ecart, champ, code]) => [cas, ecart, { code: code ?? "BAD_USER_INPUT", champ }] as const,
  );
  const [premier] = admis;
  const acteur = ACTEURS[premier ?? "elleMeme"];

  it("écrit une fois, et rend la première réponse à qui redemande sous la même clé", async () => {
    const cle = nouvelleCle();
    const premiere = await declarer(declaration, acteur, { cle });
    expect(premiere).toMatchObject({ refus: null, data: { reponse: { id: expect.any(String) } } });
    const ecrit = await annuaire.lignes(table);
    expect(await declarer(declaration, acteur, { cle })).toEqual(premiere);
    expect(await annuaire.lignes(table)).toEqual(ecrit);
  });

  it("refuse une autre demande sous la même clé, sans rien écrire", async () => {
    const cle = nouvelleCle();
    await declarer(declaration, acteur, { cle });
    const avant = await etat(declaration);
    const { refus } = await declarer(declaration, acteur, { cle, ecart: autre });
    expect(refus).toEqual({ code: "BAD_USER_INPUT", champ: "cleIdempotence" });
    expect(await etat(declaration)).toEqual(avant);
  });

  it.each(admis)("est ouverte à : %s", async (qui) => {
    expect((await declarer(declaration, ACTEURS[qui])).refus).toBeNull();
  });

  it.each(refusesPar(declaration))("est fermée à : %s, sans rien écrire", async (_qui, refuse) => {
    const avant = await etat(declaration);
    expect((await declarer(declaration, refuse)).refus).toMatchObject({ code: "FORBIDDEN" });
    expect(await etat(declaration)).toEqual(avant);
  });

  it("demande une identité, et la portée d'écrire", async () => {
    expect((await declarer(declaration, null)).refus).toMatchObject({ code: "UNAUTHENTICATED" });
    expect((await declarer(declaration, ACTEURS.sansPortee)).refus).toMatchObject({ code: "FORBIDDEN" });
  });

  it.each(fautes)("refuse %s, en nommant le champ, sans rien écrire", async (_cas, ecart, attendu) => {
    const avant = await etat(declaration);
    const { refus } = await declarer(declaration, acteur, { ecart });
    expect(refus).toEqual(attendu);
    expect(await etat(declaration)).toEqual(avant);
  });

  it("n'écrit rien à moitié, et la clé resservira", async () => {
    const cle = nouvelleCle();
    const avant = await etat(declaration);
    await interdireLaDerniereEcriture();
    const manquee = await declarer(declaration, acteur, { cle, ecart: autre });
    expect(manquee.refus).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
    expect(await etat(declaration)).toEqual(avant);
    await permettreLaDerniereEcriture();
    expect((await declarer(declaration, acteur, { cle, ecart: autre })).refus).toBeNull();
  });
});

describe("Un correspondant du SAMU", () => {
  const qualite = DECLARATIONS.find(({ nom }) => nom === "declarerQualite");
  if (qualite === undefined) throw new Error("Aucune qualité à essayer.");
  const correspondant = { code: "MEDECIN_CORRESPONDANT_SAMU", precision: "Secteur inventé" };

  it("n'est pas une cardiologue, même pour une agence : la règle le dit, rien n'est écrit", async () => {
    const avant = await etat(qualite);
    const { refus } = await declarer(qualite, ACTEURS.agence, { ecart: correspondant });
    expect(refus).toMatchObject({ code: "RULE_NOT_MET" });
    expect(await etat(qualite)).toEqual(avant);
  });

  it("peut l'être qui est aussi généraliste", async () => {
    const ecart = { ...correspondant, professionnelId: idDe(DEUX_SAVOIR_FAIRE) };
    expect((await declarer(qualite, ACTEURS.confrere, { ecart })).refus).toBeNull();
  });

  it("déclaré à tort, cesse de l'être", async () => {
    const ecart = { ...correspondant, jusquA: "2026-11-21" };
    expect((await declarer(qualite, ACTEURS.agence, { ecart })).refus).toBeNull();
  });
});

describe("Une CPTS qui déclare pour ses membres", () => {
  const [disponibilite] = DECLARATIONS;
  if (disponibilite === undefined) throw new Error("Aucune déclaration à essayer.");

  it("reçoit SUBGRAPH_UNAVAILABLE quand les adhésions ne répondent pas, et rien n'est écrit", async () => {
    const avant = await etat(disponibilite);
    annuaire.porte.ouverte = false;
    const { refus } = await declarer(disponibilite, ACTEURS.saCpts);
    annuaire.porte.ouverte = true;
    expect(refus).toMatchObject({ code: "SUBGRAPH_UNAVAILABLE" });
    expect(await etat(disponibilite)).toEqual(avant);
  });

  it("est la seule dont on demande les adhésions", async () => {
    const { questions } = annuaire.porte;
    await declarer(disponibilite, ACTEURS.elleMeme);
    await declarer(disponibilite, ACTEURS.sonHopital);
    await declarer(disponibilite, ACTEURS.confrere);
    expect(annuaire.porte.questions).toBe(questions);
    await declarer(disponibilite, ACTEURS.saCpts);
    expect(annuaire.porte.questions).toBe(questions + 1);
  });
});

/** The last statement of every declaration dates the row that it is about. */
const interdireLaDerniereEcriture = () =>
  annuaire.ecrire((client) =>
    client.query(`
      create function professionals.panne() returns trigger language plpgsql as $$ begin raise exception 'panne'; end $$;
      create trigger panne before update on professionals.professionnel execute function professionals.panne();
      create trigger panne before update on professionals.situation execute function professionals.panne();`),
  );
const permettreLaDerniereEcriture = () =>
  annuaire.ecrire((client) => client.query("drop function professionals.panne() cascade"));
