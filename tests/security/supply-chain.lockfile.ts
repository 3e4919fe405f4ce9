import { readFileSync } from "node:fs";
import { z } from "zod";

const requirements = z.record(z.string(), z.string()).default({});

const packageSchema = z.object({
  name: z.string().optional(),
  version: z.string().default(""),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  dependencies: requirements,
  devDependencies: requirements,
  optionalDependencies: requirements,
  peerDependencies: requirements,
});
const lockfileSchema = z.object({
  lockfileVersion: z.literal(3),
  packages: z.record(z.string(), packageSchema),
});
type Lockfile = z.infer<typeof lockfileSchema>;
type Package = z.infer<typeof packageSchema> & { path: string };

export const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
export const readLockfile = (): Lockfile => lockfileSchema.parse(readJson("package-lock.json"));

/** Everything that is installed; the entry without a path is this project. */
export const packagesOf = ({ packages }: Lockfile): Package[] =>
  Object.entries(packages).flatMap(([path, entry]) => (path ? [{ ...entry, path }] : []));

/** `node_modules/a/node_modules/@b/c` is a copy of `@b/c`. */
export const nameOf = ({ path }: Pick<Package, "path">) =>
  path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

const registry = "https://registry.npmjs.org/";
const plainVersion = /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/;
const strongHash = /^sha512-[A-Za-z0-9+/]{86}==$/;
/** Ranges and tags of the registry have neither; git, files, addresses and other packages' names do. */
const elsewhere = /[:/]/;

function requirementsOf(entry: z.infer<typeof packageSchema>): [string, string][] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = entry;
  return [dependencies, devDependencies, optionalDependencies, peerDependencies].flatMap(
    Object.entries<string>,
  );
}

/**
 * What a lockfile has that is not one exact version from the registry, held to its content by a hash. An entry need not say
 * where it comes from: npm then asks the configured registry for that version, and refuses what has another hash.
 */
export function impurities(lockfile: Lockfile): string[] {
  const entries = packagesOf(lockfile).flatMap((entry) => {
    const problems = [
      entry.link && "is a link",
      entry.name !== undefined && `is ${entry.name} by another name`,
      entry.resolved !== undefined && !entry.resolved.startsWith(registry) && entry.resolved,
      !plainVersion.test(entry.version) && `has version ${entry.version}`,
      !strongHash.test(entry.integrity ?? "") && "has no SHA-512",
    ];
    return problems.filter(Boolean).map((problem) => `${entry.path} ${problem}`);
  });
  const wanted = Object.entries(lockfile.packages).flatMap(([path, entry]) =>
    requirementsOf(entry)
      .filter(([, range]) => elsewhere.test(range))
      .map(([name, range]) => `${path || "the project"} wants ${name} from ${range}`),
  );
  return [...entries, ...wanted];
}
