import { appliquer } from "@coordination/rules";
import { Eligibilite, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Aci } from "../aci/aci.type.ts";
import { AdhesionConnection } from "../adhesion/adhesion.type.ts";
import { compterEffectifs, compterMembresDeclares } from "../adhesion/membres-declares.ts";
import { pageDeMembres } from "../adhesion/page-de-membres.ts";
import type { Contexte } from "../context.ts";
import { ProjetDeSante } from "../projet-de-sante/projet-de-sante.type.ts";
import { Region } from "../region/region.type.ts";
import { type SeuilRegional, seuilDe } from "../seuil-regional/seuil-regional.rule.ts";
import { aidesArs } from "./aides-ars.rule.ts";
import { financementPerenne } from "./financement-perenne.rule.ts";
import { Labellisation, Msp } from "./msp.type.ts";

@Resolver(() => Msp)
export class MspResolver {
  @FieldResolver(() => ProjetDeSante, { nullable: true, description: "Son dernier projet de santé déclaré." })
  projetDeSante(@Root() { id }: Msp, @Ctx() { loaders }: Contexte): Promise<ProjetDeSante | null> {
    return loaders.projetByStructure.load(id);
  }

  @FieldResolver(() => Labellisation, { nullable: true, description: "La dernière décision de l'ARS connue." })
  labellisation(@Root() { id }: Msp, @Ctx() { loaders }: Contexte): Promise<Labellisation | null> {
    return loaders.labellisationByStructure.load(id);
  }

  @FieldResolver(() => Aci, {
    nullable: true,
    description: "Son dernier accord conventionnel interprofessionnel ; nul quand aucun n'est connu.",
  })
  aci(@Root() { id }: Msp, @Ctx() { loaders }: Contexte): Promise<Aci | null> {
    return loaders.aciByStructure.load(id);
  }

  @FieldResolver(() => Eligibilite, {
    description: "Aides de l'ARS (FIR) : être labellisée, quel que soit le statut juridique.",
  })
  async eligibiliteAidesArs(@Root() { id }: Msp, @Ctx() { loaders, aujourdhui }: Contexte): Promise<Eligibilite> {
    return appliquer(aidesArs, {
      labellisation: await loaders.labellisationByStructure.load(id),
      jour: aujourdhui,
    }) as Eligibilite;
  }

  @FieldResolver(() => Eligibilite, {
    description:
      "Financement pérenne de l'Assurance maladie : SISA d'au moins deux médecins et un paramédical, et projet de santé cohérent avec le PRS. " +
      "Le verdict compte les associés déclarés (adhésions actives) ; sans déclaration il est INCONNU, et le constat cite les effectifs du RPPS.",
  })
  @Directive('@requires(fields: "effectifs { profession nombre }")')
  async eligibiliteFinancementPerenne(@Root() msp: Msp, @Ctx() { loaders }: Contexte): Promise<Eligibilite> {
    const [membres, projet, seuils] = await Promise.all([
      loaders.membresParProfession.load(msp.id),
      loaders.projetByStructure.load(msp.id),
      seuilsDeSaRegion(msp, loaders),
    ]);
    const { regle } = financementPerenne;
    return appliquer(financementPerenne, {
      statutJuridique: msp.statutJuridique,
      associes: compterMembresDeclares(membres),
      effectifs: compterEffectifs(msp.effectifs),
      coherencePrs: projet?.coherencePrs ?? "INCONNU",
      seuils: {
        DEUX_MEDECINS: seuilDe(seuils, regle, "DEUX_MEDECINS"),
        UN_PARAMEDICAL: seuilDe(seuils, regle, "UN_PARAMEDICAL"),
      },
    }) as Eligibilite;
  }

  @FieldResolver(() => AdhesionConnection, { description: "Ses associés et membres déclarés, à cette date." })
  @Directive('@listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)')
  membres(
    @Root() { id }: Msp,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "Taille de la page, 100 au plus." }) first: number,
    @Arg("after", () => String, { nullable: true, description: "Curseur de fin de la page précédente." }) after:
      | string
      | null,
    @Ctx() contexte: Contexte,
  ): Promise<AdhesionConnection> {
    return pageDeMembres(id, { le, first, after }, contexte);
  }
}

async function seuilsDeSaRegion({ departement }: Msp, loaders: Contexte["loaders"]): Promise<SeuilRegional[]> {
  const leSien = departement === null ? null : await loaders.departementByCode.load(departement);
  return leSien === null ? [] : loaders.seuilsByRegion.load(leSien.codeRegion);
}

@Resolver(() => Labellisation)
export class LabellisationResolver {
  @FieldResolver(() => Region, { description: "La région dont l'ARS a décidé." })
  region(@Root() { codeRegion }: Labellisation, @Ctx() { loaders }: Contexte): Promise<Region | null> {
    return loaders.regionByCode.load(codeRegion);
  }
}
