import { GraphQLInstant, GraphQLIsoDate } from "@coordination/vocabulaire";
import { Arg, Ctx, Directive, ID, Int, Mutation, Resolver } from "type-graphql";
import { ABlanc, CleIdempotence } from "../acces/arguments-d-ecriture.ts";
import type { Contexte } from "../contexte.ts";
import { DestinataireInput, OrienterInput } from "./orientation.input.ts";
import type { LigneOrientation } from "./orientation.repository.ts";
import { IssueOrientation, MotifRefus, Orientation } from "./orientation.type.ts";
import { orienter } from "./orienter.action.ts";
import {
  accepter,
  accuserReception,
  annuler,
  demanderComplement,
  demarrer,
  mettreEnListeAttente,
  refuser,
  repondreComplement,
  seDesister,
  terminer,
} from "./reponses.action.ts";

const VERSION = { description: "La version de l'orientation, telle qu'on l'a lue." };
const ORIENTATION = { description: "L'orientation." };

@Resolver(() => Orientation)
export class OrientationEcritureResolver {
  @Mutation(() => [Orientation], {
    description:
      "Adresse un besoin. Vingt destinataires au plus ; en DIFFUSION, le premier qui accepte l'emporte et les autres sont retirés.",
  })
  @Directive("@cost(weight: 10)")
  @Directive("@listSize(assumedSize: 20)")
  orienter(
    @Arg("input", () => OrienterInput, { description: "Quel besoin, à qui." }) input: OrienterInput,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation[]> {
    return orienter(contexte, input, { cle, aBlanc });
  }

  @Mutation(() => Orientation, { description: "Le destinataire l'a vue." })
  accuserReception(
    @Arg("orientationId", () => ID, ORIENTATION) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    return accuserReception(contexte, { orientationId, version }, { cle, aBlanc });
  }

  @Mutation(() => Orientation, {
    description: "Le destinataire accepte ; en diffusion, le premier l'emporte et les autres sont retirés.",
  })
  accepter(
    @Arg("orientationId", () => ID, ORIENTATION) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("rendezVousLe", () => GraphQLInstant, { nullable: true, description: "Le rendez-vous donné." })
    rendezVousLe: Date | null,
    @Arg("commentaire", () => String, {
      nullable: true,
      description: "Lu des deux côtés, dans les échanges : rien qui identifie.",
    })
    commentaire: string | null,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    return accepter(
      contexte,
      {
        orientationId,
        version,
        rendezVousLe: rendezVousLe?.toISOString() ?? null,
        commentaire: commentaire ?? null,
      },
      { cle, aBlanc },
    );
  }

  @Mutation(() => Orientation, { description: "Le destinataire refuse, avec un motif codé." })
  refuser(
    @Arg("orientationId", () => ID, ORIENTATION) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("motif", () => MotifRefus, { description: "Pourquoi." }) motif: MotifRefus,
    @Arg("commentaire", () => String, {
      nullable: true,
      description: "Lu des deux côtés, dans les échanges : rien qui identifie.",
    })
    commentaire: string | null,
    @Arg("suggestion", () => DestinataireInput, { nullable: true, description: "À qui s'adresser plutôt." })
    suggestion: DestinataireInput | null,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    const dite = { motif, commentaire: commentaire ?? null, suggestion: suggestion ?? null };
    return refuser(contexte, { orientationId, version, ...dite }, { cle, aBlanc });
  }

  @Mutation(() => Orientation, { description: "Le destinataire pose une question avant de répondre." })
  demanderComplement(
    @Arg("orientationId", () => ID, ORIENTATION) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("question", () => String, { description: "La question : rien qui identifie." }) question: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    return demanderComplement(contexte, { orientationId, version, question }, { cle, aBlanc });
  }

  @Mutation(() => Orientation, { description: "L'émetteur répond à la question." })
  repondreComplement(
    @Arg("orientationId", () => ID, ORIENTATION) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("reponse", () => String, { description: "La réponse : rien qui identifie." }) reponse: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    return repondreComplement(contexte, { orientationId, version, reponse }, { cle, aBlanc });
  }

  @Mutation(() => Orientation, { description: "Le destinataire prendrait la personne plus tard." })
  mettreEnListeAttente(
    @Arg("orientationId", () => ID, ORIENTATION) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("delaiJours", () => Int, { nullable: true, description: "Dans combien de jours." }) delaiJours: number | null,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    return mettreEnListeAttente(contexte, { orientationId, version, delaiJours: delaiJours ?? null }, { cle, aBlanc });
  }

  @Mutation(() => Orientation, {
    description: "Après avoir accepté, le destinataire ne prendra pas la personne ; la diffusion se rouvre.",
  })
  seDesister(
    @Arg("orientationId", () => ID, ORIENTATION) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("motif", () => MotifRefus, { description: "Pourquoi." }) motif: MotifRefus,
    @Arg("commentaire", () => String, {
      nullable: true,
      description: "Lu des deux côtés, dans les échanges : rien qui identifie.",
    })
    commentaire: string | null,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    return seDesister(contexte, { orientationId, version, motif, commentaire: commentaire ?? null }, { cle, aBlanc });
  }

  @Mutation(() => Orientation, { description: "La prise en charge commence." })
  demarrerPriseEnCharge(
    @Arg("orientationId", () => ID, ORIENTATION) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("le", () => GraphQLIsoDate, { nullable: true, description: "Quel jour ; sans lui, aujourd'hui." })
    le: string | null,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    return demarrer(contexte, { orientationId, version, le: le ?? null }, { cle, aBlanc });
  }

  @Mutation(() => Orientation, { description: "L'issue ; un avis d'expert ne se termine qu'avec sa synthèse." })
  terminer(
    @Arg("orientationId", () => ID, ORIENTATION) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("issue", () => IssueOrientation, { description: "Comment elle s'est terminée." }) issue: IssueOrientation,
    @Arg("synthese", () => String, { nullable: true, description: "La synthèse." }) synthese: string | null,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    return terminer(contexte, { orientationId, version, issue, synthese: synthese ?? null }, { cle, aBlanc });
  }

  @Mutation(() => Orientation, { description: "L'émetteur y renonce, tant que la prise en charge n'a pas commencé." })
  annuler(
    @Arg("orientationId", () => ID, ORIENTATION) orientationId: string,
    @Arg("version", () => Int, VERSION) version: number,
    @Arg("motif", () => String, { description: "Pourquoi." }) motif: string,
    @CleIdempotence() cle: string,
    @ABlanc() aBlanc: boolean,
    @Ctx() contexte: Contexte,
  ): Promise<LigneOrientation> {
    return annuler(contexte, { orientationId, version, motif }, { cle, aBlanc });
  }
}
