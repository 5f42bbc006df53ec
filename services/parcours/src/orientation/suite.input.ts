import { ArgsType, Field, ID, Int } from "type-graphql";
import { DestinataireInput } from "./orientation.input.ts";

/** Which referral is followed by others, and whom they are for. */
@ArgsType()
export class SuiteArgs {
  @Field(() => ID, { description: "Celle qui reste sans suite, ou l'avis d'expert terminé." })
  orientationId!: string;
  @Field(() => Int, { description: "La version de l'orientation, telle qu'on l'a lue." })
  version!: number;
  @Field(() => [DestinataireInput], { description: "Vingt au plus." })
  destinataires!: DestinataireInput[];
}
