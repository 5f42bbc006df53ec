export type UnavailableReason =
  | "UNSUPPORTED_PLATFORM"
  | "BINARIES_MISSING"
  | "FOLDER_REFUSED"
  | "INITDB_FAILED"
  | "NO_PORT"
  | "NOT_STARTED"
  | "NOT_STOPPED"
  | "PASSWORD"
  | "VERSION"
  | "ROLES"
  | "SETTINGS"
  | "CONNECTION";

/** The database cannot serve. `message` is a French sentence fit for the person who runs the program; `cause` is for logs. */
export class DatabaseUnavailable extends Error {
  readonly reason: UnavailableReason;

  constructor(reason: UnavailableReason, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "DatabaseUnavailable";
    this.reason = reason;
  }
}

/** The SQLSTATE or errno of an error, wherever pg or Node put it. */
export function errorCode(error: unknown): string {
  if (typeof error !== "object" || error === null || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

const LOST_SOCKET = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

// SQLSTATE: 08 connection exception, 57P01…03 shutdown or start in progress, 53300 too many connections.
// 08P01 is a protocol violation: a wrong number of values, a defect of ours, not an absent server.
const LOST_SESSION = /^(08(?!P01)|57P0[123]$|53300$)/;

// pg gives no code to the connections that it finds closed, or that it could not open in time.
const LOST_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed)/;

/** Whether this error means that the server, not the statement, is at fault. */
function isConnectionLoss(error: unknown): boolean {
  const code = errorCode(error);
  if (LOST_SOCKET.has(code) || LOST_SESSION.test(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isConnectionLoss);
  return code === "" && error instanceof Error && LOST_MESSAGE.test(error.message);
}

/** The same error, or a DatabaseUnavailable when the server is at fault or refuses this role. */
export function asUnavailable(error: unknown): unknown {
  if (isConnectionLoss(error)) {
    return new DatabaseUnavailable("CONNECTION", "La base de données ne répond pas.", error);
  }
  if (errorCode(error) === "28P01") {
    return new DatabaseUnavailable("PASSWORD", "La base de données refuse ce rôle ou son mot de passe.", error);
  }
  return error;
}
