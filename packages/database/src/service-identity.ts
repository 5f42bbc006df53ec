import { createHmac } from "node:crypto";

/** Where what the services share lives: pg_trgm, unaccent, `sans_accents`. */
export const EXTENSIONS_SCHEMA = "extensions";

/** A service's name is also its schema's: one that needs no quotes in SQL. @throws Error otherwise. */
export function requireServiceName(name: string): string {
  if (!/^[a-z][a-z_]{0,40}$/.test(name)) throw new Error(`Nom de service invalide : « ${name} »`);
  return name;
}

/** `public` comes last, for the servers where an administrator put the extensions there. */
export function searchPath(schema: string): string {
  return `${requireServiceName(schema)},${EXTENSIONS_SCHEMA},public`;
}

export function serviceRole(service: string): string {
  return `coordination_${requireServiceName(service)}`;
}

/** Nothing to store: the password of a service's role follows from the secret of the installation. */
export function servicePassword(secret: string, service: string): string {
  return createHmac("sha256", secret).update(serviceRole(service)).digest("hex");
}

/** The administrator's URL with the role and the password of a service. */
export function serviceUrl(adminUrl: string, secret: string, service: string): string {
  const url = new URL(adminUrl);
  url.username = serviceRole(service);
  url.password = servicePassword(secret, service);
  return url.href;
}
