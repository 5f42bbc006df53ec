import { BlockList, isIPv4, isIPv6 } from "node:net";
import { IdentiteLocaleError } from "./erreur.ts";

const BOUCLE_LOCALE = new BlockList();
BOUCLE_LOCALE.addSubnet("127.0.0.0", 8);
BOUCLE_LOCALE.addAddress("::1", "ipv6");

/** Takes a host name or address, with or without IPv6 brackets; returns whether it can only be this machine. */
export function estBoucleLocale(host: string): boolean {
  const adresse = host.replace(/^\[(.*)\]$/, "$1");
  if (isIPv4(adresse)) return BOUCLE_LOCALE.check(adresse);
  if (isIPv6(adresse)) return BOUCLE_LOCALE.check(adresse, "ipv6");
  return adresse.toLowerCase() === "localhost";
}

/** Takes where the local provider listens; returns its issuer identifier, the same for the server and for `jeton`. */
export function issuerLocal(host: string, port: number): string {
  const adresse = isIPv6(host) ? `[${host}]` : host;
  return `http://${adresse}:${port}`;
}

/**
 * Anyone may become anyone on this provider, so it lives on a developer's machine only.
 * Takes the host to listen on and NODE_ENV; throws PRODUCTION or HOTE_NON_LOCAL.
 */
export function exigerPosteLocal(host: string, nodeEnv: string | undefined): void {
  if (nodeEnv === "production") {
    throw new IdentiteLocaleError(
      "PRODUCTION",
      "Le fournisseur d'identité local est réservé à la démonstration : avec NODE_ENV=production, indiquez le vôtre (ISSUER, AUDIENCE, JWKS_URI).",
    );
  }
  if (!estBoucleLocale(host)) {
    throw new IdentiteLocaleError(
      "HOTE_NON_LOCAL",
      `Le fournisseur d'identité local n'écoute que sur cette machine (127.0.0.1, ::1, localhost), pas sur « ${host} » : indiquez le vôtre (ISSUER, AUDIENCE, JWKS_URI) ou changez HOST.`,
    );
  }
}
