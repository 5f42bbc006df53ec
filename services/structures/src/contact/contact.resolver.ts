import { estProfessionnel } from "@coordination/server-kit";
import { PointContact } from "@coordination/vocabulaire";
import { Ctx, Directive, FieldResolver, Resolver, Root } from "type-graphql";
import type { Contexte } from "../context.ts";
import { Structure } from "../structure/structure.type.ts";
import { contactsVisibles } from "./diffusion.rule.ts";

@Resolver(() => Structure)
export class ContactResolver {
  @FieldResolver(() => [PointContact], {
    description:
      "Comment la joindre : ce que FINESS publie, puis ce que les siens ont déclaré, avec la source et la date de chacun. " +
      "Les contacts de diffusion PROFESSIONNELLE ne paraissent qu'aux professionnels authentifiés.",
  })
  @Directive("@listSize(assumedSize: 3)")
  async contacts(
    @Root() { id, telephone, millesime, source }: Structure,
    @Ctx() { loaders, acteur }: Contexte,
  ): Promise<PointContact[]> {
    const declares = await loaders.contactsByStructure.load(id);
    const publie = declares.every(({ canal, valeur }) => canal !== "TELEPHONE" || valeur !== telephone);
    const deLaSource: PointContact[] =
      telephone !== null && publie
        ? [{ canal: "TELEPHONE", valeur: telephone, diffusion: "PUBLIQUE", misAJourLe: millesime, source }]
        : [];
    return contactsVisibles([...deLaSource, ...declares], { professionnel: estProfessionnel(acteur) });
  }
}
