import { Adresse, Sexe } from "@coordination/vocabulaire";
import { Ctx, Directive, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Professionnel } from "../candidat/reference.type.ts";
import type { Contexte } from "../contexte.ts";
import type { Acces } from "../dossier/dossier.repository.ts";
import { ageRevolu, trancheAge } from "./age.rule.ts";
import type { Nominatif, Proche as ProcheEcrit } from "./nominatif.ts";
import type { LigneUsager } from "./usager.repository.ts";
import { objetDeLUsager } from "./usager.ts";
import { Identite, Proche, Usager } from "./usager.type.ts";

/** A person as one case, or one referral, shows them: what may be read depends on it. */
export interface UsagerDuDossier extends LigneUsager {
  readonly lecture: {
    readonly dossierId: string;
    readonly dacId: string;
    /** Null: nothing that names the person. */
    readonly acces: Acces | "DESTINATAIRE" | null;
  };
}

/** What names the person, for who may read it, and never without a trace; null for the others. */
async function lireNominatif(
  { lecture, id, chiffre }: UsagerDuDossier,
  contexte: Contexte,
  objet: string,
): Promise<Nominatif | null> {
  const { coffre, loaders } = contexte;
  if (lecture.acces === null) return null;
  await loaders.trace.load({ ...lecture, objet });
  return coffre.dechiffrer(objetDeLUsager(id), chiffre) as Nominatif;
}

/** What every reader of the case may know: nothing here names anyone. */
const lireSansNom = ({ id, chiffre }: UsagerDuDossier, { coffre }: Contexte) =>
  coffre.dechiffrer(objetDeLUsager(id), chiffre) as Pick<Nominatif, "dateNaissance" | "sexe">;

@Resolver(() => Usager)
export class UsagerResolver {
  @FieldResolver(() => Identite, { nullable: true, description: "Nulle pour qui n'a pas à la connaître." })
  async identite(@Root() usager: UsagerDuDossier, @Ctx() contexte: Contexte): Promise<Identite | null> {
    const lu = await lireNominatif(usager, contexte, "IDENTITE");
    if (lu === null) return null;
    const { nomNaissance, prenoms, nomUtilise, dateNaissance, lieuNaissanceInsee, telephone, statutIdentite, ins } = lu;
    return {
      statut: statutIdentite,
      nomNaissance,
      prenoms: [...prenoms],
      nomUtilise,
      dateNaissance,
      lieuNaissanceInsee,
      telephone,
      ins: statutIdentite === "QUALIFIEE" ? ins : null,
    };
  }

  @FieldResolver(() => String, { description: "Sa tranche d'âge." })
  trancheAge(@Root() usager: UsagerDuDossier, @Ctx() contexte: Contexte): string {
    return trancheAge(ageRevolu(lireSansNom(usager, contexte).dateNaissance, contexte.aujourdhui));
  }

  @FieldResolver(() => Int, { nullable: true, description: "Son âge révolu ; nul pour qui n'a pas à la connaître." })
  async age(@Root() usager: UsagerDuDossier, @Ctx() contexte: Contexte): Promise<number | null> {
    const lu = await lireNominatif(usager, contexte, "IDENTITE");
    return lu === null ? null : ageRevolu(lu.dateNaissance, contexte.aujourdhui);
  }

  @FieldResolver(() => Sexe, { nullable: true, description: "Son sexe ; nul quand il est inconnu." })
  sexe(@Root() usager: UsagerDuDossier, @Ctx() contexte: Contexte): Sexe | null {
    return lireSansNom(usager, contexte).sexe;
  }

  @FieldResolver(() => Professionnel, {
    nullable: true,
    description:
      "Son médecin traitant ; nul quand elle n'en a pas, qu'on l'ignore, et pour qui n'a pas à le connaître.",
  })
  async medecinTraitant(@Root() usager: UsagerDuDossier, @Ctx() contexte: Contexte): Promise<Professionnel | null> {
    const id = (await lireNominatif(usager, contexte, "ENTOURAGE"))?.medecinTraitantId ?? null;
    return id === null ? null : { id };
  }

  @FieldResolver(() => Adresse, { nullable: true, description: "Nulle pour qui n'a pas à la connaître." })
  async adresse(@Root() usager: UsagerDuDossier, @Ctx() contexte: Contexte): Promise<Adresse | null> {
    const adresse = (await lireNominatif(usager, contexte, "ADRESSE"))?.adresse ?? null;
    return adresse === null ? null : { ...adresse, lignes: [...adresse.lignes], pays: "France" };
  }

  @Directive("@listSize(assumedSize: 3)")
  @FieldResolver(() => [Proche], {
    nullable: true,
    description: "Ses représentants ; nul pour qui n'a pas à la connaître.",
  })
  async representants(
    @Root() usager: UsagerDuDossier,
    @Ctx() contexte: Contexte,
  ): Promise<readonly ProcheEcrit[] | null> {
    return (await lireNominatif(usager, contexte, "ENTOURAGE"))?.representants ?? null;
  }

  @FieldResolver(() => Proche, {
    nullable: true,
    description: "Sa personne de confiance ; nulle pour qui n'a pas à la connaître.",
  })
  async personneDeConfiance(@Root() usager: UsagerDuDossier, @Ctx() contexte: Contexte): Promise<ProcheEcrit | null> {
    return (await lireNominatif(usager, contexte, "ENTOURAGE"))?.personneDeConfiance ?? null;
  }

  @Directive("@listSize(assumedSize: 3)")
  @FieldResolver(() => [Proche], { nullable: true, description: "Ses proches ; nul pour qui n'a pas à la connaître." })
  async proches(@Root() usager: UsagerDuDossier, @Ctx() contexte: Contexte): Promise<readonly ProcheEcrit[] | null> {
    return (await lireNominatif(usager, contexte, "ENTOURAGE"))?.proches ?? null;
  }
}
