// Where webhooks may go: https to a public name, so that nobody makes this house call into its own network.

export type TargetRefusal = "not_a_url" | "not_https" | "has_password" | "odd_port" | "not_public" | "own_address";

/** Where receivers of webhooks answer; any other port is more likely something that should not be called. */
const PORTS = new Set(["", "443", "8443"]);
/** RFC 6761, 6762, 7686, 8375 and what routers and clouds call their insides. */
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|test|invalid|onion|arpa)$/;
const MOST_CHARS = 500;

/**
 * Null for an address that may be called. `toThisMachine` also allows http, any port and loopback, for one machine alone.
 * By name and literal only: a name that is made to lead to a private address later is not seen here.
 */
export function refuseTarget(text: string, by: { ownHost: string; toThisMachine: boolean }): TargetRefusal | null {
  const url = URL.canParse(text) && text.length <= MOST_CHARS ? new URL(text) : null;
  if (url === null) return "not_a_url";
  if (url.username !== "" || url.password !== "") return "has_password";
  const isHttp = url.protocol === "http:";
  if (url.protocol !== "https:" && !(isHttp && by.toThisMachine)) return "not_https";
  if (url.host === by.ownHost) return "own_address";
  if (by.toThisMachine) return null;
  if (!PORTS.has(url.port)) return "odd_port";
  return isPublicName(url.hostname) ? null : "not_public";
}

/** The parser has turned 0x7f.1, 2130706433 and the like into four numbers already. */
function isPublicName(hostname: string): boolean {
  if (hostname.startsWith("[")) return isPublicV6(hostname.slice(1, -1));
  if (/^\d+(\.\d+){3}$/.test(hostname)) return isPublicV4(hostname.split(".").map(Number));
  const name = hostname.replace(/\.$/, "");
  // A word without a dot is a neighbour.
  return name.includes(".") && !INSIDE.test(name);
}

/** IANA's special-purpose registry (RFC 6890): what no public receiver has. */
function isPublicV4(bytes: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0] = bytes;
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b < 32) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99))) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 203 && b === 0 && c === 113);
}

/** Global unicast (2000::/3) alone, without the parts that carry an IPv4 address or a test network inside. */
function isPublicV6(address: string): boolean {
  const first = Number.parseInt(address.split(":")[0] || "0", 16);
  if (first < 0x2000 || first > 0x3fff) return false;
  // 6to4, Teredo, documentation.
  return first !== 0x2002 && first !== 0x3fff && !/^2001:(0?:|:|[0-9a-f]{1,2}:|1[0-9a-f]{2}:|db8:)/.test(address);
}
