import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { Canal, Diffusion, EffetMotif, PrecisionPosition } from "./enums.type.ts";
import { GraphQLCodeInsee } from "./identifiants.ts";
import { GraphQLInstant, GraphQLIsoDate } from "./scalars.ts";

@ObjectType({ description: "Un code d'une nomenclature, avec son libellé." })
@Directive("@shareable")
export class Code {
  @Field(() => String, { description: "Nomenclature, par exemple « TRE_R66 »." })
  systeme!: string;
  @Field(() => String, { description: "Code dans la nomenclature." })
  code!: string;
  @Field(() => String, { description: "Libellé à afficher." })
  libelle!: string;
}

@ObjectType({ description: "Une profession d'une nomenclature nationale." })
@Directive("@shareable")
export class Profession {
  @Field(() => ID, { description: "Code de la profession." })
  code!: string;
  @Field(() => String, { description: "Libellé de la profession." })
  libelle!: string;
  @Field(() => String, { description: "Nomenclature : TRE_G15, TRE_R94 ou TRE_R95." })
  systeme!: string;
}

@ObjectType({ description: "Adresse postale." })
@Directive("@shareable")
export class Adresse {
  @Field(() => [String], { description: "Lignes de l'adresse, sans le code postal ni la ville." })
  lignes!: string[];
  @Field(() => String, { nullable: true, description: "Code postal." })
  codePostal!: string | null;
  @Field(() => String, { nullable: true, description: "Ville telle que la source l'écrit." })
  ville!: string | null;
  @Field(() => GraphQLCodeInsee, { nullable: true, description: "Commune de l'adresse." })
  codeInsee!: string | null;
  @Field(() => String, { description: "Pays." })
  pays!: string;
}

@ObjectType({ description: "Position géographique (WGS 84)." })
@Directive("@shareable")
export class Position {
  @Field(() => Float, { description: "Latitude en degrés." })
  latitude!: number;
  @Field(() => Float, { description: "Longitude en degrés." })
  longitude!: number;
  @Field(() => PrecisionPosition, { description: "À quoi correspond le point." })
  precision!: PrecisionPosition;
}

@ObjectType({
  description:
    "Un moyen de joindre. Les contacts de diffusion PROFESSIONNELLE ne sont rendus qu'aux professionnels authentifiés.",
})
@Directive("@shareable")
export class PointContact {
  @Field(() => Canal, { description: "Canal." })
  canal!: Canal;
  @Field(() => String, { description: "Numéro, adresse ou lien." })
  valeur!: string;
  @Field(() => Diffusion, { description: "À qui ce contact est montré." })
  diffusion!: Diffusion;
  @Field(() => GraphQLIsoDate, { nullable: true, description: "Date de la source." })
  misAJourLe!: string | null;
  @Field(() => String, { nullable: true, description: "Source." })
  source!: string | null;
}

@ObjectType({ description: "D'où vient une donnée et de quand elle date." })
@Directive("@shareable")
export class Provenance {
  @Field(() => String, { description: "Source, par exemple « FINESS » ou « RPPS »." })
  source!: string;
  @Field(() => GraphQLIsoDate, { description: "Date de la source." })
  millesime!: string;
  @Field(() => GraphQLInstant, { description: "Dernière écriture dans cet annuaire." })
  misAJourLe!: string;
}

@ObjectType({ description: "Pourquoi un candidat est retenu, moins bien classé ou écarté." })
@Directive("@shareable")
export class Motif {
  @Field(() => ID, { description: "Code stable du motif." })
  code!: string;
  @Field(() => String, { description: "Le motif en une phrase." })
  libelle!: string;
  @Field(() => EffetMotif, { description: "Favorable, défavorable ou excluant." })
  effet!: EffetMotif;
  @Field(() => Float, { description: "Part du score que ce motif apporte ; 0 quand il exclut." })
  poids!: number;
}

@ObjectType({ description: "Où l'on est dans une liste paginée." })
@Directive("@shareable")
export class PageInfo {
  @Field(() => Boolean, { description: "D'autres éléments suivent." })
  hasNextPage!: boolean;
  @Field(() => Boolean, { description: "Des éléments précèdent." })
  hasPreviousPage!: boolean;
  @Field(() => String, { nullable: true, description: "Curseur du premier élément rendu." })
  startCursor!: string | null;
  @Field(() => String, { nullable: true, description: "Curseur du dernier élément rendu, à passer dans `after`." })
  endCursor!: string | null;
}

@ObjectType({ description: "Nombre de personnes en activité de soins, par profession." })
@Directive("@shareable")
export class Effectif {
  @Field(() => ID, { description: "Code de la profession (TRE_G15)." })
  profession!: string;
  @Field(() => Int, { description: "Parmi elles, médecins généralistes." })
  medecinsGeneralistes!: number;
  @Field(() => Int, { description: "Nombre de personnes." })
  nombre!: number;
}

@ObjectType({ description: "Ce qui est renseigné de ce qu'un annuaire doit dire, et ce qui manque." })
@Directive("@shareable")
export class Completude {
  @Field(() => Float, { description: "Part de ce qui est attendu, de 0 à 1." })
  score!: number;
  @Field(() => [String], { description: "Ce qui manque, nommé en français ; vide quand le score vaut 1." })
  @Directive("@listSize(assumedSize: 8)")
  manquants!: string[];
}
