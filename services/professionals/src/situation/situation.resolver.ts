import { findGenreActivite } from "@coordination/referentiels";
import { Adresse, Code, ModaliteAccueil, Position, Profession, Provenance } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { CLE_IDEMPOTENCE } from "../declaration/cle-idempotence.ts";
import { disponibiliteA } from "../disponibilite/disponibilite.ts";
import { Disponibilite } from "../disponibilite/disponibilite.type.ts";
import { decrireProfession } from "../professionnel/profession.ts";
import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";
import { Professionnel } from "../professionnel/professionnel.type.ts";
import { Structure } from "../structure/structure.type.ts";
import { Commune } from "../territoire/commune.type.ts";
import { confirmerSituation } from "./confirmer-situation.action.ts";
import { declarerSituation } from "./declarer-situation.action.ts";
import { DeclarerSituationInput } from "./declarer-situation.input.ts";
import { ModeExercice, modeDuCode } from "./mode-exercice.ts";
import { natureDe } from "./nature.rule.ts";
import { NatureSituation } from "./nature-situation.ts";
import type { LigneSituation } from "./situation.repository.ts";
import { SituationExercice } from "./situation.type.ts";

@Resolver(() => SituationExercice)
export class SituationResolver {
  @Query(() => SituationExercice, {
    nullable: true,
    description: "Une activité, par son identifiant ; nulle quand l'annuaire ne la connaît pas.",
  })
  situation(
    @Arg("id", () => ID, { description: "Identifiant de l'activité." }) id: string,
    @Ctx() { loaders }: Contexte,
  ): Promise<LigneSituation | null> {
    return loaders.situationById.load(id);
  }

  @Mutation(() => SituationExercice, {
    description: "Consultations avancées, activité en médicobus… : un lieu secondaire que le RPPS ne dit pas.",
  })
  async declarerSituation(
    @Arg("input", () => DeclarerSituationInput, { description: "La déclaration." }) input: DeclarerSituationInput,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneSituation | null> {
    return contexte.loaders.situationById.load(await declarerSituation(contexte, input, cleIdempotence));
  }

  @Mutation(() => SituationExercice, {
    description:
      "La personne confirme le lieu qu'une structure a déclaré pour elle, ou dit qu'il n'est pas le sien : il est alors fermé.",
  })
  async confirmerSituation(
    @Arg("situationId", () => ID, { description: "L'activité à confirmer." }) situationId: string,
    @Arg("confirmee", () => Boolean, { defaultValue: true, description: "Faux : ce lieu n'est pas le sien." })
    confirmee: boolean,
    @Arg("cleIdempotence", () => ID, CLE_IDEMPOTENCE) cleIdempotence: string,
    @Ctx() contexte: Contexte,
  ): Promise<LigneSituation | null> {
    const id = await confirmerSituation(contexte, { situationId, confirmee }, cleIdempotence);
    return contexte.loaders.situationById.load(id);
  }

  @FieldResolver(() => Professionnel, { description: "Qui exerce." })
  async professionnel(
    @Root() { professionnelId }: LigneSituation,
    @Ctx() { loaders }: Contexte,
  ): Promise<LigneProfessionnel | null> {
    return loaders.professionnelById.load(professionnelId);
  }

  @FieldResolver(() => Profession, { description: "La profession exercée ici." })
  profession(@Root() { codeProfession }: LigneSituation): Profession {
    return decrireProfession(codeProfession);
  }

  @FieldResolver(() => Structure, {
    nullable: true,
    description: "Nulle quand la structure n'est pas décrite par l'annuaire.",
  })
  @Directive('@provides(fields: "nom")')
  structure(@Root() { structureId, nomStructure }: LigneSituation): Structure | null {
    return structureId === null || nomStructure === null ? null : { id: structureId, nom: nomStructure };
  }

  @FieldResolver(() => ModeExercice, { nullable: true, description: "Nul quand la source ne le dit pas." })
  modeExercice(@Root() { mode }: LigneSituation): ModeExercice | null {
    return modeDuCode(mode);
  }

  @FieldResolver(() => Code, {
    nullable: true,
    description: "Un genre « Coordination et orientation » (GENR08) ne soigne pas dans cette activité.",
  })
  genreActivite(@Root() { genre }: LigneSituation): Code | null {
    if (genre === null) return null;
    return { systeme: "TRE_R22", code: genre, libelle: findGenreActivite(genre)?.libelle ?? genre };
  }

  @FieldResolver(() => NatureSituation, { description: "À quel titre l'on exerce en ce lieu." })
  nature(@Root() situation: LigneSituation): NatureSituation {
    return natureDe(situation);
  }

  @FieldResolver(() => [ModaliteAccueil], {
    description: "Comment l'on y est reçu ; SUR_SITE tant que rien d'autre n'est déclaré.",
  })
  @Directive("@listSize(assumedSize: 2)")
  modalites(@Root() { modalites }: LigneSituation): readonly ModaliteAccueil[] {
    return modalites;
  }

  @FieldResolver(() => Adresse, {
    nullable: true,
    description: "Adresse du lieu ; nulle quand la source n'en donne aucune.",
  })
  adresse(@Root() { lignesAdresse, codePostal, ville, codeInsee, pays }: LigneSituation): Adresse | null {
    const lignes = lignesAdresse === "" ? [] : lignesAdresse.split("\n");
    if (lignes.length === 0 && codePostal === null && ville === null && codeInsee === null) return null;
    return { lignes, codePostal, ville, codeInsee, pays };
  }

  @FieldResolver(() => Commune, {
    nullable: true,
    description: "Nulle à l'étranger, ou quand rien ne permet de la dire.",
  })
  @Directive('@provides(fields: "nom")')
  commune(@Root() { codeInsee, nomCommune }: LigneSituation): Commune | null {
    return codeInsee === null || nomCommune === null ? null : { codeInsee, nom: nomCommune };
  }

  @FieldResolver(() => Position, {
    nullable: true,
    description: "Celle de la structure connue, sinon le centre de la commune.",
  })
  position(@Root() { latitude, longitude, precision }: LigneSituation): Position | null {
    return latitude === null || longitude === null ? null : { latitude, longitude, precision: precision ?? "COMMUNE" };
  }

  @FieldResolver(() => Disponibilite, { description: "Ce qui a été déclaré ; INCONNU quand rien ne l'a été." })
  async disponibilite(
    @Root() { id }: LigneSituation,
    @Ctx() { loaders, maintenant }: Contexte,
  ): Promise<Disponibilite> {
    return disponibiliteA(await loaders.disponibiliteBySituation.load(id), maintenant);
  }

  @FieldResolver(() => Provenance, { description: "D'où vient cette activité et de quand elle date." })
  provenance(@Root() { source, millesime, misAJourLe }: LigneSituation): Provenance {
    return { source, millesime, misAJourLe };
  }
}
