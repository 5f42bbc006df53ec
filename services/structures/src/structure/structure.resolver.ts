import { saisieInvalide } from "@coordination/server-kit";
import { Adresse, GraphQLFiness, GraphQLIsoDate, Position, Provenance } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Adhesion } from "../adhesion/adhesion.type.ts";
import { Commune } from "../commune/commune.type.ts";
import type { Contexte } from "../context.ts";
import { NiveauCoordination } from "../enums.type.ts";
import { estCibleDeSoins, niveauDeCoordination } from "./coordination.rule.ts";
import { Identifiant, Structure } from "./structure.type.ts";

@Resolver(() => Structure)
export class StructureResolver {
  @Query(() => Structure, {
    nullable: true,
    description: "Une structure, par son identifiant ou par son numéro FINESS.",
  })
  async structure(
    @Arg("id", () => ID, { nullable: true, description: "Identifiant." }) id: string | null,
    @Arg("finess", () => GraphQLFiness, { nullable: true, description: "Numéro FINESS de l'établissement." }) finess:
      | string
      | null,
    @Ctx() { loaders }: Contexte,
  ): Promise<Structure | null> {
    const [parId, parFiness] = [id ?? null, finess ?? null];
    if (parId !== null && parFiness === null) return loaders.structureById.load(parId);
    if (parFiness !== null && parId === null) return loaders.structureByFiness.load(parFiness);
    throw saisieInvalide("id", "Donnez soit l'identifiant, soit le numéro FINESS.");
  }

  @Directive("@listSize(assumedSize: 4)")
  @FieldResolver(() => [Identifiant], { description: "Tous ses identifiants connus." })
  identifiants(@Root() { id, finess, finessEj, siret }: Structure): Identifiant[] {
    const connus: Identifiant[] =
      finess === null ? [{ systeme: "INTERNE", valeur: id }] : [{ systeme: "FINESS_ET", valeur: finess }];
    if (finessEj !== null) connus.push({ systeme: "FINESS_EJ", valeur: finessEj });
    if (siret !== null)
      connus.push({ systeme: "SIRET", valeur: siret }, { systeme: "SIREN", valeur: siret.slice(0, 9) });
    return connus;
  }

  @FieldResolver(() => NiveauCoordination, {
    nullable: true,
    description: "ESP : premier niveau ; MSP et centre de santé : second ; CPTS : territorial ; DAC : appui.",
  })
  niveauCoordination(@Root() structure: Structure): NiveauCoordination | null {
    return niveauDeCoordination(structure);
  }

  @FieldResolver(() => Boolean, {
    description: "Faux pour un DAC et une CPTS : ils ne soignent pas et ne reçoivent pas d'orientation de soins.",
  })
  estCibleDeSoins(@Root() structure: Structure): boolean {
    return estCibleDeSoins(structure);
  }

  @FieldResolver(() => Adresse, {
    nullable: true,
    description: "Adresse postale ; nulle quand la source n'en dit rien.",
  })
  adresse(@Root() { lignes, codePostal, ville, codeInsee }: Structure): Adresse | null {
    if (lignes.length === 0 && codePostal === null && ville === null && codeInsee === null) return null;
    return { lignes, codePostal, ville, codeInsee, pays: "France" };
  }

  @FieldResolver(() => Commune, {
    nullable: true,
    description: "Sa commune ; nulle quand la source nomme un code qui n'existe pas.",
  })
  async commune(@Root() { codeInsee }: Structure, @Ctx() { loaders }: Contexte): Promise<Commune | null> {
    return codeInsee === null ? null : loaders.communeByCode.load(codeInsee);
  }

  @FieldResolver(() => Position, { nullable: true, description: "Où elle est, et à quoi correspond le point." })
  position(@Root() { latitude, longitude, precisionPosition }: Structure): Position | null {
    if (latitude === null || longitude === null || precisionPosition === null) return null;
    return { latitude, longitude, precision: precisionPosition };
  }

  @FieldResolver(() => [Adhesion], {
    description: "Les regroupements (CPTS, MSP, GHT…) auxquels la structure adhère à cette date.",
  })
  @Directive("@listSize(assumedSize: 5)")
  adhesions(
    @Root() { id }: Structure,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Aujourd'hui par défaut." }) le: string | null,
    @Ctx() { loaders, aujourdhui }: Contexte,
  ): Promise<Adhesion[]> {
    return loaders.adhesionsByStructure({ le: le ?? aujourdhui }).load(id);
  }

  @FieldResolver(() => Provenance, { description: "D'où vient cette fiche et de quand elle date." })
  provenance(@Root() { source, millesime, misAJourLe }: Structure): Provenance {
    return { source, millesime, misAJourLe };
  }
}
