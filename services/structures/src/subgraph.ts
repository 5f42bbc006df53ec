import type { SubgraphDefinition } from "@coordination/server-kit";
import { AciResolver } from "./aci/aci.resolver.ts";
import { AdhesionMutationResolver } from "./adhesion/adhesion.mutation.resolver.ts";
import { AdhesionConnectionResolver, AdhesionResolver, ProfessionnelResolver } from "./adhesion/adhesion.resolver.ts";
import { AplDeCommuneResolver, AplDeDepartementResolver, AplDeTerritoireResolver } from "./apl/apl.resolver.ts";
import { BesoinResolver } from "./besoin/besoin.resolver.ts";
import { Besoin } from "./besoin/besoin.type.ts";
import { CentreDeSanteResolver } from "./centre-de-sante/centre-de-sante.resolver.ts";
import { CentreDeSante } from "./centre-de-sante/centre-de-sante.type.ts";
import { CommuneResolver } from "./commune/commune.resolver.ts";
import { CompletudeResolver } from "./completude/completude.resolver.ts";
import { ContactResolver } from "./contact/contact.resolver.ts";
import type { Contexte } from "./context.ts";
import { CouvertureDeDepartementResolver, CouvertureDeRegionResolver } from "./couverture/couverture.resolver.ts";
import { CptsResolver } from "./cpts/cpts.resolver.ts";
import { Cpts } from "./cpts/cpts.type.ts";
import { DacResolver } from "./dac/dac.resolver.ts";
import { Dac } from "./dac/dac.type.ts";
import { DeclarationResolver } from "./declaration/declaration.resolver.ts";
import { DepartementResolver } from "./departement/departement.resolver.ts";
import { EspResolver } from "./esp/esp.resolver.ts";
import { Esp } from "./esp/esp.type.ts";
import { FaitDeclareResolver } from "./fait-declare/fait-declare.resolver.ts";
import { HorairesResolver } from "./horaires/horaires.resolver.ts";
import { IndicateurResolver } from "./indicateur/indicateur.resolver.ts";
import { LabelResolver } from "./label/label.resolver.ts";
import { MedicobusResolver, PassageResolver } from "./medicobus/medicobus.resolver.ts";
import { Medicobus } from "./medicobus/medicobus.type.ts";
import { MoyensResolver } from "./moyens/moyens.resolver.ts";
import { LabellisationResolver, MspResolver } from "./msp/msp.resolver.ts";
import { Msp } from "./msp/msp.type.ts";
import { NomenclatureResolver } from "./nomenclature/nomenclature.resolver.ts";
import { PointEntreeResolver } from "./point-entree/point-entree.resolver.ts";
import { PredecesseurResolver } from "./predecesseur/predecesseur.resolver.ts";
import { ProjetDeSanteResolver } from "./projet-de-sante/projet-de-sante.resolver.ts";
import { RegionResolver } from "./region/region.resolver.ts";
import { SeuilRegionalResolver } from "./seuil-regional/seuil-regional.resolver.ts";
import { SignalementResolver } from "./signalement/signalement.resolver.ts";
import { SiteResolver, SitesResolver } from "./site/site.resolver.ts";
import { SoinsNonProgrammesResolver } from "./soins-non-programmes/soins-non-programmes.resolver.ts";
import { AutreStructure } from "./structure/autre-structure.type.ts";
import { RechercheResolver } from "./structure/recherche.resolver.ts";
import { StructureResolver } from "./structure/structure.resolver.ts";
import { nomDuTypeConcret, TYPES_CONCRETS } from "./structure/type-concret.ts";
import { TerritoireResolver } from "./territoire/territoire.resolver.ts";
import { ZonageResolver } from "./zonage/zonage.resolver.ts";

type Reference = Readonly<Record<string, unknown>>;

/** The key of a reference as text; null when it is not one, since a reference resolver never throws. */
const cle = (reference: Reference, champ: string): string | null => {
  const valeur = reference[champ];
  return typeof valeur === "string" ? valeur : null;
};

/** A reference to an entity that a loader finds; always a fresh object, with what the gateway sent along (`@requires`). */
const parChargeur =
  (champ: string, charger: (contexte: Contexte, valeur: string) => Promise<object | null>) =>
  async (reference: Reference, contexte: Contexte): Promise<object | null> => {
    const valeur = cle(reference, champ);
    const entite = valeur === null ? null : await charger(contexte, valeur);
    return entite === null ? null : { ...sansNomDeType(reference), ...entite };
  };

const sansNomDeType = ({ __typename: _type, ...reste }: Reference): object => reste;

/** A reference that names a concrete type gives nothing when the structure is of another one. */
const structureDuType = (attendu: (typeof TYPES_CONCRETS)[number]) =>
  parChargeur("id", async ({ loaders }, id) => {
    const structure = await loaders.structureById.load(id);
    return structure !== null && nomDuTypeConcret(structure.type) === attendu ? structure : null;
  });

export const definition: SubgraphDefinition<Contexte> = {
  name: "structures",
  resolvers: [
    StructureResolver,
    RechercheResolver,
    HorairesResolver,
    FaitDeclareResolver,
    CompletudeResolver,
    ContactResolver,
    SoinsNonProgrammesResolver,
    MoyensResolver,
    SitesResolver,
    SiteResolver,
    PredecesseurResolver,
    LabelResolver,
    DeclarationResolver,
    ProjetDeSanteResolver,
    AciResolver,
    SeuilRegionalResolver,
    AdhesionMutationResolver,
    SignalementResolver,
    MspResolver,
    LabellisationResolver,
    CentreDeSanteResolver,
    EspResolver,
    CptsResolver,
    DacResolver,
    MedicobusResolver,
    PassageResolver,
    AdhesionResolver,
    AdhesionConnectionResolver,
    ProfessionnelResolver,
    TerritoireResolver,
    CommuneResolver,
    DepartementResolver,
    RegionResolver,
    ZonageResolver,
    IndicateurResolver,
    AplDeCommuneResolver,
    AplDeDepartementResolver,
    AplDeTerritoireResolver,
    CouvertureDeDepartementResolver,
    CouvertureDeRegionResolver,
    PointEntreeResolver,
    NomenclatureResolver,
    BesoinResolver,
  ],
  orphanedTypes: [Msp, CentreDeSante, Esp, Cpts, Dac, Medicobus, AutreStructure, Besoin],
  references: {
    Structure: parChargeur("id", ({ loaders }, id) => loaders.structureById.load(id)),
    ...Object.fromEntries(TYPES_CONCRETS.map((type) => [type, structureDuType(type)])),
    Adhesion: parChargeur("id", ({ loaders }, id) => loaders.adhesionById.load(id)),
    Territoire: parChargeur("id", ({ loaders }, id) => loaders.territoireById.load(id)),
    Commune: parChargeur("codeInsee", ({ loaders }, code) => loaders.communeByCode.load(code)),
    Departement: parChargeur("code", ({ loaders }, code) => loaders.departementByCode.load(code)),
    Region: parChargeur("code", ({ loaders }, code) => loaders.regionByCode.load(code)),
    Professionnel: (reference) => ({ ...sansNomDeType(reference) }),
    Besoin: (reference) => ({ ...sansNomDeType(reference) }),
  },
};
