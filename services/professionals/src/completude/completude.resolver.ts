import { Completude } from "@coordination/vocabulaire";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { contactsPublies } from "../contact/contacts-publies.ts";
import type { Contexte } from "../context.ts";
import { estPerimee } from "../disponibilite/peremption.rule.ts";
import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";
import { Professionnel } from "../professionnel/professionnel.type.ts";
import { estEnCours } from "../situation/en-cours.ts";
import type { LigneSituation } from "../situation/situation.repository.ts";
import { type ActiviteRenseignee, completudeDe } from "./completude.rule.ts";

@Resolver(() => Professionnel)
export class CompletudeResolver {
  @FieldResolver(() => Completude, {
    description: "Ce que l'annuaire sait de ce qu'il devrait dire de ses activités en cours, et ce qui manque.",
  })
  async completude(@Root() { id }: LigneProfessionnel, @Ctx() contexte: Contexte): Promise<Completude> {
    const situations = await contexte.loaders.situationsByProfessionnel.load(id);
    const enCours = situations.filter((situation) => estEnCours(situation, contexte.aujourdhui));
    return completudeDe(await Promise.all(enCours.map((situation) => resumer(situation, contexte))));
  }
}

const MEDECIN = "10";

async function resumer(situation: LigneSituation, { loaders, maintenant }: Contexte): Promise<ActiviteRenseignee> {
  const { id, professionnelId, structureId } = situation;
  const [declares, boites, disponibilite] = await Promise.all([
    loaders.contactsBySituation.load(id),
    loaders.boitesByTitulaire.load({ professionnelId, structureId }),
    loaders.disponibiliteBySituation.load(id),
  ]);
  const canaux = new Set([...contactsPublies(situation), ...declares].map(({ canal }) => canal));
  return {
    soignante: situation.soignante,
    declaree: situation.declaree,
    medecin: situation.codeProfession === MEDECIN,
    savoirFaire: situation.codeSavoirFaire !== null,
    modeExercice: situation.mode !== null,
    lieu: structureId !== null || situation.raisonSociale !== null,
    adresse: situation.lignesAdresse !== "",
    commune: situation.nomCommune !== null,
    telephone: canaux.has("TELEPHONE"),
    messagerieSecurisee: boites.length > 0 || canaux.has("MSSANTE"),
    disponibilite: disponibilite !== null && disponibilite.etat !== "INCONNU" && !estPerimee(disponibilite, maintenant),
  };
}
