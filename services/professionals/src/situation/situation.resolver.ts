import { findGenreActivite } from "@coordination/referentiels";
import { Adresse, Code, PointContact, Position, Profession, Provenance } from "@coordination/vocabulaire";
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { disponibiliteA } from "../disponibilite/disponibilite.ts";
import { Disponibilite } from "../disponibilite/disponibilite.type.ts";
import { decrireProfession } from "../professionnel/profession.ts";
import type { LigneProfessionnel } from "../professionnel/professionnel.repository.ts";
import { Professionnel } from "../professionnel/professionnel.type.ts";
import { Structure } from "../structure/structure.type.ts";
import { Commune } from "../territoire/commune.type.ts";
import { ModeExercice, modeDuCode } from "./mode-exercice.ts";
import type { LigneSituation } from "./situation.repository.ts";
import { SituationExercice } from "./situation.type.ts";

@Resolver(() => SituationExercice)
export class SituationResolver {
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
  structure(@Root() { structureId }: LigneSituation): Structure | null {
    return structureId === null ? null : { id: structureId };
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
  commune(@Root() { codeInsee, communeConnue }: LigneSituation): Commune | null {
    return codeInsee === null || !communeConnue ? null : { codeInsee };
  }

  @FieldResolver(() => Position, {
    nullable: true,
    description: "Celle de la structure connue, sinon le centre de la commune.",
  })
  position(@Root() { latitude, longitude, precision }: LigneSituation): Position | null {
    return latitude === null || longitude === null ? null : { latitude, longitude, precision: precision ?? "COMMUNE" };
  }

  @FieldResolver(() => [PointContact], { description: "Téléphones et courriel publiés par la source." })
  @Directive("@listSize(assumedSize: 3)")
  contacts(@Root() situation: LigneSituation): PointContact[] {
    const { telephone, telephoneSecondaire, courriel, source, millesime } = situation;
    const commun = { diffusion: "PUBLIQUE", misAJourLe: millesime, source } as const;
    const telephones = [telephone, telephoneSecondaire].filter((numero) => numero !== null);
    return [
      ...telephones.map((valeur): PointContact => ({ canal: "TELEPHONE", valeur, ...commun })),
      ...(courriel === null ? [] : [{ canal: "COURRIEL", valeur: courriel, ...commun } as const]),
    ];
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
