/** What is open, closed in the reverse order and once only. */
export interface Fermetures {
  ajouter(fermeture: () => Promise<void>): void;
  fermer(): Promise<void>;
}

export function createFermetures(): Fermetures {
  const ouvertes: (() => Promise<void>)[] = [];
  return {
    ajouter: (fermeture) => {
      ouvertes.push(fermeture);
    },
    fermer: async () => {
      for (let fermeture = ouvertes.pop(); fermeture !== undefined; fermeture = ouvertes.pop()) await fermeture();
    },
  };
}

const SIGNAUX = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Opens, then closes everything on Ctrl-C, a polite kill or the death of the launcher, so that nothing is left running.
 * What comes while opening waits for its end; a second signal changes nothing. Throws what `ouvrir` throws.
 */
export async function arreterALaDemande(ouvrir: () => Promise<() => Promise<void>>): Promise<void> {
  const ouverture = ouvrir();
  let demande = false;
  const arreter = async () => {
    if (demande) return;
    demande = true;
    const fermer = await ouverture.catch(() => null);
    await fermer?.();
    process.exit(fermer === null ? 1 : 0);
  };
  for (const signal of SIGNAUX) process.on(signal, arreter);
  process.once("disconnect", arreter);
  // Listening to the launcher must not keep a house that could not open alive.
  process.channel?.unref();
  await ouverture;
}
