/** What a contestant's process has used since it started. */
export interface Depense {
  readonly cpuMs: number;
  readonly rssMo: number;
}

/** Where a contestant answers, the `application_name` of its connections, and a token when it asks for one. */
export interface Annonce {
  readonly url: string;
  readonly connexions: readonly string[];
  readonly jeton: string | null;
}

/** Tells the runner where this process answers, then what it has used each time that it is asked. Stops with the runner. */
export function annoncerAuBanc(url: string, connexions: readonly string[], jeton: string | null = null): void {
  process.on("message", () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMs: (user + system) / 1000, rssMo: process.memoryUsage().rss / 2 ** 20 } satisfies Depense);
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.({ url, connexions, jeton } satisfies Annonce);
}

/** The administrator's URL of the loaded directory, given by the runner. */
export function urlDeLaBase(): string {
  const url = process.env.BENCH_DATABASE_URL;
  if (url === undefined) throw new Error("BENCH_DATABASE_URL manque : ce programme est lancé par le banc.");
  return url;
}
