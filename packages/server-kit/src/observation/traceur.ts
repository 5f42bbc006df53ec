export type Attributs = Readonly<Record<string, string | number | boolean>>;

/** What a span is in a trace. */
export type Genre = "serveur" | "client" | "interne";

/** A span under way. */
export interface Troncon {
  /** Runs `travail` so that the spans that it opens are children of this one. */
  dans<T>(travail: () => T): T;
  finir(attributs: Attributs, options?: { echec: boolean }): void;
}

/** Tells the parts of a request, and how long each took. Absent when traces are off: nothing of it is loaded. */
export interface Traceur {
  /** Opens a span, child of the one that `entetes` carry from another process, else of the current one. */
  ouvrir(nom: string, genre: Genre, attributs: Attributs, entetes?: Readonly<Record<string, unknown>>): Troncon;
  /** Opens a span around `travail`, marked as failed when it throws or rejects. */
  tracer<T>(nom: string, genre: Genre, attributs: Attributs, travail: () => T): T;
  /** Headers that carry the current span to another process. */
  entetes(): Record<string, string>;
  /** Sends what is left. */
  close(): Promise<void>;
}
