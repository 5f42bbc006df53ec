import type { PrecisionPosition } from "@coordination/vocabulaire";
import { Code, GraphQLFiness, GraphQLIsoDate, TypeStructure } from "@coordination/vocabulaire";
import { Directive, Field, ID, Int, InterfaceType, ObjectType } from "type-graphql";
import { StatutJuridique, SystemeIdentifiant } from "../enums.type.ts";
import { nomDuTypeConcret } from "./type-concret.ts";

@ObjectType({ description: "Un identifiant, et qui l'a donné." })
export class Identifiant {
  @Field(() => SystemeIdentifiant, { description: "Qui l'a donné." })
  systeme!: SystemeIdentifiant;
  @Field(() => String, { description: "Sa valeur." })
  valeur!: string;
}

@InterfaceType({
  description: "Un lieu ou un dispositif de la santé ou du social : qui il est, où, sous quel statut.",
  resolveType: (structure: Structure) => nomDuTypeConcret(structure.type),
})
@Directive('@key(fields: "id")')
export abstract class Structure {
  @Field(() => ID, { description: "1 suivi du FINESS quand il existe, sinon un UUID. Opaque pour le client." })
  id!: string;
  @Field(() => GraphQLFiness, {
    nullable: true,
    description: "Numéro FINESS de l'établissement ; nul pour ce que FINESS ne décrit pas.",
  })
  finess!: string | null;
  @Field(() => String, { description: "Nom d'usage, tel que la source l'écrit." })
  @Directive("@shareable")
  nom!: string;
  @Field(() => TypeStructure, { description: "Ce qu'elle est, déduit de sa catégorie FINESS ou déclaré." })
  type!: TypeStructure;
  @Field(() => Code, { nullable: true, description: "Catégorie d'établissement (TRE_R66)." })
  categorie!: Code | null;
  @Field(() => StatutJuridique, {
    nullable: true,
    description: "Forme juridique ; nulle quand personne ne l'a déclarée.",
  })
  statutJuridique!: StatutJuridique | null;
  @Field(() => GraphQLIsoDate, {
    nullable: true,
    description: "Disparue de sa source ou fermée ; une structure ne s'efface pas.",
  })
  fermeeLe!: string | null;
  @Field(() => Int, {
    description:
      "Monte à chaque écriture ; la redonner à « mettreAJourStructure » évite d'effacer ce qu'un autre vient d'écrire.",
  })
  version!: number;

  // Read by the field resolvers, never shown as such.
  finessEj!: string | null;
  siret!: string | null;
  lignes!: string[];
  codePostal!: string | null;
  ville!: string | null;
  codeInsee!: string | null;
  telephone!: string | null;
  latitude!: number | null;
  longitude!: number | null;
  precisionPosition!: PrecisionPosition | null;
  departement!: string | null;
  source!: string;
  millesime!: string;
  misAJourLe!: string;
}
