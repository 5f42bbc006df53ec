import { Directive, Field, ID, Int, ObjectType } from "type-graphql";

@ObjectType({ description: "Une valeur d'un champ, et combien de résultats l'ont." })
@Directive("@shareable")
export class ValeurFacette {
  @Field(() => ID, { description: "Le code, tel que le filtre l'attend." })
  code!: string;
  @Field(() => String, { description: "Libellé à afficher." })
  libelle!: string;
  @Field(() => Int, { description: "Nombre de résultats qu'aurait la même recherche avec cette valeur pour filtre." })
  nombre!: number;
}

@ObjectType({ description: "Les résultats d'une recherche, comptés par valeur d'un champ." })
@Directive("@shareable")
export class Facette {
  @Field(() => String, { description: "Le champ compté, par exemple « type »." })
  champ!: string;
  @Field(() => Boolean, { description: "Au-delà de 10 000 résultats, seuls 10 000 sont comptés." })
  plafonnee!: boolean;
  @Field(() => [ValeurFacette], { description: "Les valeurs trouvées, les plus fréquentes d'abord." })
  @Directive("@listSize(assumedSize: 50)")
  valeurs!: ValeurFacette[];
}
