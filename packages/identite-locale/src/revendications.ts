import { normaliserRpps } from "@coordination/referentiels";
import { errors } from "oidc-provider";
import { estNomDeProfil, type Profil, type Profils } from "./profils.ts";

/** The claims our API reads in an access token, beside the standard ones (docs/identite.md). */
interface Revendications {
  readonly sub: string;
  /** Absent for someone without an RPPS number. */
  readonly rpps?: string;
  /** For whom a secretariat acts; absent for everyone else. */
  readonly pour_le_compte_de?: string;
  readonly structures: readonly string[];
  readonly profils: readonly string[];
}

/** What `jeton --rpps --structure` adds to its token request. Only this local provider listens to such parameters. */
interface Remplacement {
  readonly rpps: string | null;
  readonly structures: readonly string[] | null;
}

const SANS_REMPLACEMENT: Remplacement = { rpps: null, structures: null };
const STRUCTURE = /^[\w:.-]{1,100}$/;

/** Takes the subject of a sign-in; returns the claims of that invented person. Throws `invalid_grant` for anyone else. */
export function revendicationsDuSujet(profils: Profils, sub: string): Revendications {
  const profil = profilDuSujet(profils, sub);
  if (profil === undefined) throw new errors.InvalidGrant("cette personne n'existe pas ici");
  return revendications(profils, profil, SANS_REMPLACEMENT);
}

/** Takes a profile's client and the body of its token request; returns its claims. Throws `invalid_request` in French. */
export function revendicationsDuClient(profils: Profils, clientId: string | undefined, corps: unknown): Revendications {
  const profil = clientId !== undefined && estNomDeProfil(clientId) ? profils.get(clientId) : undefined;
  if (profil === undefined) throw new errors.InvalidClient("client inconnu");
  return revendications(profils, profil, lireRemplacement(corps));
}

/** Takes a subject; returns the profile it belongs to, if any. */
export function profilDuSujet(profils: Profils, sub: string): Profil | undefined {
  return [...profils.values()].find((profil) => profil.sub === sub);
}

function revendications(profils: Profils, profil: Profil, remplacement: Remplacement): Revendications {
  const rpps = remplacement.rpps ?? profil.rpps;
  const represente = profil.pourLeCompteDe === undefined ? undefined : profils.get(profil.pourLeCompteDe);
  return {
    sub: remplacement.rpps === null ? profil.sub : sujetDuRpps(profils, remplacement.rpps),
    ...(rpps === null ? {} : { rpps }),
    ...(represente?.rpps ? { pour_le_compte_de: represente.rpps } : {}),
    structures: remplacement.structures ?? represente?.structures ?? profil.structures,
    profils: profil.profils,
  };
}

/** One person, one subject: two tokens for the same RPPS number never look like two people. */
function sujetDuRpps(profils: Profils, rpps: string): string {
  const connue = [...profils.values()].find((profil) => profil.rpps === rpps);
  return connue?.sub ?? `demo-rpps-${rpps}`;
}

function lireRemplacement(corps: unknown): Remplacement {
  if (typeof corps !== "object" || corps === null) return SANS_REMPLACEMENT;
  const rpps = "rpps" in corps ? normaliserRpps(String(corps.rpps)) : undefined;
  const structures = "structure" in corps ? [corps.structure].flat() : undefined;
  if (rpps === null) {
    throw new errors.InvalidRequest("le numéro RPPS demandé n'est pas valide : 11 chiffres, clé de contrôle comprise");
  }
  if (structures !== undefined && !structures.every(estIdentifiantDeStructure)) {
    throw new errors.InvalidRequest(
      "un identifiant de structure demandé n'est pas valide : 1 + numéro FINESS, ou UUID",
    );
  }
  return { rpps: rpps ?? null, structures: structures ?? null };
}

const estIdentifiantDeStructure = (valeur: unknown): valeur is string =>
  typeof valeur === "string" && STRUCTURE.test(valeur);
