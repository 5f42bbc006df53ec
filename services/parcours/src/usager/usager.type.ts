import { GraphQLIsoDate, Verdict } from "@coordination/vocabulaire";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { STATUTS_IDENTITE, type StatutIdentite as StatutDIdentite } from "./nominatif.ts";

const enumOf = <Word extends string>(words: readonly Word[]): { readonly [W in Word]: W } =>
  Object.fromEntries(words.map((word) => [word, word])) as { readonly [W in Word]: W };

export const StatutIdentite = enumOf(STATUTS_IDENTITE);
registerEnumType(StatutIdentite, {
  name: "StatutIdentite",
  description: "Ce que vaut une identité : seule une identité QUALIFIEE (vérifiée et confirmée par l'INSi) rend l'INS.",
});

export const LieuDeVie = enumOf([
  "DOMICILE",
  "CHEZ_UN_PROCHE",
  "ETABLISSEMENT",
  "HEBERGEMENT",
  "DOMICILIATION",
  "SANS_DOMICILE",
]);
export type LieuDeVie = keyof typeof LieuDeVie;
registerEnumType(LieuDeVie, {
  name: "LieuDeVie",
  description: "Où vit la personne ; elle peut n'avoir aucun domicile.",
});

export const MesureProtection = enumOf([
  "AUCUNE",
  "TUTELLE",
  "CURATELLE",
  "SAUVEGARDE_DE_JUSTICE",
  "HABILITATION_FAMILIALE",
  "MANDAT_DE_PROTECTION",
  "INCONNUE",
]);
export type MesureProtection = keyof typeof MesureProtection;
registerEnumType(MesureProtection, { name: "MesureProtection", description: "Mesure de protection juridique." });

@ObjectType({ description: "Quelqu'un de l'entourage de la personne." })
export class Proche {
  @Field(() => String, { description: "Son nom." })
  nom!: string;
  @Field(() => String, { description: "Son lien avec la personne." })
  lien!: string;
  @Field(() => String, { nullable: true, description: "Son téléphone." })
  telephone!: string | null;
}

@ObjectType({ description: "Identité nationale de santé." })
export class Ins {
  @Field(() => String, { nullable: true, description: "Matricule." })
  matricule!: string | null;
  @Field(() => String, { nullable: true, description: "Identifiant de la structure qui l'a attribué." })
  oid!: string | null;
}

@ObjectType({ description: "Qui est la personne. Chaque lecture laisse une trace." })
export class Identite {
  @Field(() => StatutIdentite, { description: "Ce que vaut cette identité." })
  statut!: StatutDIdentite;
  @Field(() => String, { description: "Nom de naissance." })
  nomNaissance!: string;
  @Field(() => [String], { description: "Prénoms de naissance." })
  prenoms!: string[];
  @Field(() => String, { nullable: true, description: "Nom utilisé." })
  nomUtilise!: string | null;
  @Field(() => GraphQLIsoDate, { description: "Date de naissance." })
  dateNaissance!: string;
  @Field(() => String, { nullable: true, description: "Code INSEE du lieu de naissance." })
  lieuNaissanceInsee!: string | null;
  @Field(() => String, { nullable: true, description: "Téléphone." })
  telephone!: string | null;
  @Field(() => Ins, { nullable: true, description: "Rendue seulement quand l'identité est QUALIFIEE." })
  ins!: Ins | null;
}

@ObjectType({
  description:
    "La personne accompagnée. Ce qui la nomme n'est rendu qu'à l'équipe du DAC (hors dossier, à qui porte le besoin), au cercle, et au destinataire qui a accepté quand un fondement le permet ; nul pour les autres, sans erreur.",
})
export class Usager {
  @Field(() => ID, { description: "Identifiant opaque." })
  id!: string;
  @Field(() => Verdict, { description: "Sans médecin traitant." })
  sansMedecinTraitant!: Verdict;
  @Field(() => Verdict, { description: "En affection de longue durée." })
  ald!: Verdict;
  @Field(() => Verdict, { description: "Isolée." })
  isole!: Verdict;
  @Field(() => LieuDeVie, { nullable: true, description: "Où elle vit ; nul quand personne ne l'a dit." })
  lieuDeVie!: LieuDeVie | null;
  @Field(() => MesureProtection, { description: "Mesure de protection." })
  mesureProtection!: MesureProtection;
}
