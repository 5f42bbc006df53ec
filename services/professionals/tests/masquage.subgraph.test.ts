import type { Acteur } from "@coordination/server-kit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  ACTEURS,
  type AnnuaireDeDeclarations,
  CARDIOLOGUE,
  HOPITAL,
  idDe,
  ouvrirAnnuaireDeDeclarations,
} from "./annuaire-de-declarations.ts";

let annuaire: AnnuaireDeDeclarations;
beforeAll(async () => {
  annuaire = await ouvrirAnnuaireDeDeclarations();
  const ici = `'${idDe(CARDIOLOGUE)}'`;
  await annuaire.ecrire(async (client) => {
    await client.query(`
      insert into professionals.boite_aux_lettres (adresse, type, professionnel_id, structure_id, liste_rouge, ferme_le, source, millesime)
      values ('c1@medecin.invalid', 'PERSONNELLE', ${ici}, null, false, null, 'MSSanté', '2026-11-01'),
             ('c1@hopital.invalid', 'CABINET', ${ici}, '${HOPITAL}', false, null, 'MSSanté', '2026-11-01'),
             ('service@hopital.invalid', 'ORGANISATIONNELLE', null, '${HOPITAL}', false, null, 'MSSanté', '2026-11-01'),
             ('c1@ailleurs.invalid', 'CABINET', ${ici}, '1310000021', false, null, 'MSSanté', '2026-11-01'),
             ('fermee@medecin.invalid', 'PERSONNELLE', ${ici}, null, false, '2026-11-01', 'MSSanté', '2026-11-01'),
             ('rouge@medecin.invalid', 'PERSONNELLE', ${ici}, null, true, null, 'MSSanté', '2026-11-01'),
             ('rouge@hopital.invalid', 'ORGANISATIONNELLE', null, '${HOPITAL}', false, null, 'MSSanté', '2026-11-01'),
             ('rouge@hopital.invalid', 'ORGANISATIONNELLE', null, '1310000021', true, null, 'MSSanté', '2026-11-01');
      insert into professionals.contact_declare (situation_id, canal, valeur, diffusion, source)
      values ('${annuaire.situationId}', 'SITE_WEB', 'https://c1.invalid', 'PUBLIQUE', 'Secrétariat'),
             ('${annuaire.situationId}', 'APICRYPT', 'c1@apicrypt.invalid', 'PROFESSIONNELLE', 'Secrétariat'),
             ('${annuaire.situationId}', 'MSSANTE', 'rouge@medecin.invalid', 'PROFESSIONNELLE', 'Secrétariat');
      insert into professionals.contrat_installation (professionnel_id, code, depuis, jusqu_a, zone_exigee, source)
      values (${ici}, 'PTMG', '2014-01-01', '2016-01-01', 'Zone inventée', 'ARS'), (${ici}, 'CSTM', '2025-01-01', null, null, 'ARS');`);
  });
});
afterAll(() => annuaire.fermer());

const FICHE = `{
  professionnel(id: "${idDe(CARDIOLOGUE)}") {
    contrats { code depuis jusquA zoneExigee }
    situations { contacts { canal valeur diffusion source misAJourLe } boitesAuxLettres { adresse type misAJourLe } }
  }
}`;
interface Fiche {
  readonly professionnel: {
    readonly contrats: { code: string }[] | null;
    readonly situations: {
      contacts: { canal: string; valeur: string }[];
      boitesAuxLettres: { adresse: string }[] | null;
    }[];
  };
}
async function lire(qui: Acteur | null) {
  const { data, refus } = await annuaire.demanderEn<Fiche>(qui, FICHE);
  const situation = data?.professionnel.situations[0];
  return {
    refus,
    contrats: data?.professionnel.contrats?.map(({ code }) => code) ?? null,
    canaux: situation?.contacts.map(({ canal }) => canal),
    boites: situation?.boitesAuxLettres?.map(({ adresse }) => adresse) ?? null,
    contacts: situation?.contacts,
  };
}

const ANONYME = { contrats: null, canaux: ["TELEPHONE", "SITE_WEB"], boites: null };
const PROFESSIONNEL = {
  contrats: null,
  canaux: ["TELEPHONE", "APICRYPT", "SITE_WEB"],
  boites: ["service@hopital.invalid", "c1@hopital.invalid", "c1@medecin.invalid"],
};

describe("Ce qui n'est pas montré à tous", () => {
  it.each<[string, Acteur | null, object]>([
    ["une demande anonyme", null, ANONYME],
    ["qui a un RPPS", ACTEURS.confrere, PROFESSIONNEL],
    ["le secrétariat de qui a un RPPS", ACTEURS.secretariatDuConfrere, PROFESSIONNEL],
    ["qui agit pour une structure, même sans la portée d'écrire", ACTEURS.autreHopital, PROFESSIONNEL],
    ["une identité sans RPPS ni structure", { ...ACTEURS.confrere, rpps: null, structures: [] }, ANONYME],
    ["une agence", ACTEURS.agence, { ...ANONYME, contrats: ["CSTM", "PTMG"] }],
  ])("est lu selon qui demande, sans erreur : %s", async (_qui, acteur, attendu) => {
    expect(await lire(acteur)).toMatchObject({ refus: null, ...attendu });
  });

  it("ne cache pas d'où vient un contact ni de quand il date", async () => {
    const { contacts } = await lire(null);
    expect(contacts).toEqual([
      { canal: "TELEPHONE", valeur: "0500000000", diffusion: "PUBLIQUE", source: "RPPS", misAJourLe: "2026-11-22" },
      {
        canal: "SITE_WEB",
        valeur: "https://c1.invalid",
        diffusion: "PUBLIQUE",
        source: "Secrétariat",
        misAJourLe: expect.stringMatching(/^20\d\d-\d\d-\d\d$/),
      },
    ]);
  });
});
