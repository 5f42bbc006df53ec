import { Canal, Diffusion } from "@coordination/vocabulaire";
import { Field, ID, InputType } from "type-graphql";

@InputType({ description: "Un moyen de joindre." })
export class ContactProfessionnelInput {
  @Field(() => Canal, { description: "Canal." })
  canal!: Canal;
  @Field(() => String, { description: "Numéro, adresse ou lien." })
  valeur!: string;
  @Field(() => Diffusion, {
    description: "À qui le montrer ; une messagerie sécurisée ne se montre qu'aux professionnels.",
  })
  diffusion!: Diffusion;
}

@InputType({ description: "Tous les contacts déclarés d'une activité : ils remplacent les précédents." })
export class DeclarerContactsInput {
  @Field(() => ID, { description: "L'activité." })
  situationId!: string;
  @Field(() => [ContactProfessionnelInput], {
    description: "Les contacts ; ceux que publie le répertoire restent en plus. 20 au plus.",
  })
  contacts!: ContactProfessionnelInput[];
  @Field(() => String, { description: "Qui déclare." })
  source!: string;
}
