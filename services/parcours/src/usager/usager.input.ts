import { GraphQLCodeInsee, GraphQLIsoDate, Sexe, Verdict } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";
import type { StatutIdentite as StatutDIdentite } from "./nominatif.ts";
import { LieuDeVie, MesureProtection, StatutIdentite } from "./usager.type.ts";

@InputType({ description: "Quelqu'un de l'entourage." })
export class ProcheInput {
  @Field(() => String, { description: "Son nom." })
  nom!: string;
  @Field(() => String, { description: "Son lien avec la personne." })
  lien!: string;
  @Field(() => String, { nullable: true, description: "Son téléphone." })
  telephone?: string | null;
}

@InputType({ description: "L'identité nationale de santé, telle que l'INSi l'a rendue." })
export class InsInput {
  @Field(() => String, { description: "Matricule : 15 caractères, clé comprise." })
  matricule!: string;
  @Field(() => String, { description: "Identifiant de la structure qui l'a attribué." })
  oid!: string;
}

@InputType({ description: "Une adresse." })
export class AdresseInput {
  @Field(() => [String], { description: "Lignes, sans le code postal ni la ville." })
  lignes!: string[];
  @Field(() => String, { nullable: true, description: "Code postal." })
  codePostal?: string | null;
  @Field(() => String, { nullable: true, description: "Ville." })
  ville?: string | null;
  @Field(() => GraphQLCodeInsee, { nullable: true, description: "Commune." })
  codeInsee?: string | null;
}

@InputType({ description: "La personne accompagnée." })
export class UsagerInput {
  @Field(() => String, { description: "Nom de naissance." })
  nomNaissance!: string;
  @Field(() => [String], { description: "Prénoms de naissance, le premier d'abord." })
  prenoms!: string[];
  @Field(() => String, { nullable: true, description: "Nom utilisé." })
  nomUtilise?: string | null;
  @Field(() => GraphQLIsoDate, { description: "Date de naissance." })
  dateNaissance!: string;
  @Field(() => Sexe, { nullable: true, description: "Sexe ; absent : inconnu." })
  sexe?: Sexe | null;
  @Field(() => String, { nullable: true, description: "Code INSEE du lieu de naissance." })
  lieuNaissanceInsee?: string | null;
  @Field(() => String, { nullable: true, description: "Téléphone." })
  telephone?: string | null;
  @Field(() => StatutIdentite, { defaultValue: "PROVISOIRE", description: "Ce que vaut cette identité." })
  statutIdentite!: StatutDIdentite;
  @Field(() => InsInput, { nullable: true, description: "Son identité nationale de santé." })
  ins?: InsInput | null;
  @Field(() => LieuDeVie, { nullable: true, description: "Où elle vit." })
  lieuDeVie?: LieuDeVie | null;
  @Field(() => AdresseInput, { nullable: true, description: "Son adresse." })
  adresse?: AdresseInput | null;
  @Field(() => MesureProtection, { defaultValue: "INCONNUE", description: "Mesure de protection." })
  mesureProtection!: MesureProtection;
  @Field(() => [ProcheInput], { nullable: true, description: "Ses représentants." })
  representants?: ProcheInput[] | null;
  @Field(() => ProcheInput, { nullable: true, description: "Sa personne de confiance." })
  personneDeConfiance?: ProcheInput | null;
  @Field(() => [ProcheInput], { nullable: true, description: "Ses proches." })
  proches?: ProcheInput[] | null;
  @Field(() => Verdict, { description: "Sans médecin traitant." })
  sansMedecinTraitant!: Verdict;
  @Field(() => ID, { nullable: true, description: "Son médecin traitant, quand elle en a un et qu'on le connaît." })
  medecinTraitantId?: string | null;
  @Field(() => Verdict, { description: "En affection de longue durée." })
  ald!: Verdict;
  @Field(() => Verdict, { description: "Isolée." })
  isole!: Verdict;
}
