import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { settingNames } from "./setting-names";

const folder = join(import.meta.dirname, "kubernetes");
const read = (name: string): unknown => parse(readFileSync(join(folder, name), "utf8"));

const labels = z.record(z.string(), z.string());
const probeSchema = z.object({ httpGet: z.object({ path: z.string(), port: z.literal("http") }) });
const containerSchema = z.looseObject({
  image: z.string(),
  ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
  env: z.array(z.object({ name: z.string(), value: z.string() })),
  envFrom: z.array(z.strictObject({ secretRef: z.object({ name: z.string() }) })),
  startupProbe: probeSchema,
  livenessProbe: probeSchema,
  readinessProbe: probeSchema,
  lifecycle: z.object({ preStop: z.object({ sleep: z.object({ seconds: z.number() }) }) }),
});
const deployment = z
  .object({
    spec: z.object({
      replicas: z.number().min(2),
      selector: z.object({ matchLabels: labels }),
      template: z.object({
        metadata: z.object({ labels }),
        spec: z.looseObject({
          terminationGracePeriodSeconds: z.number(),
          containers: z.tuple([containerSchema]),
        }),
      }),
    }),
  })
  .parse(read("deployment.yaml"));
const pod = deployment.spec.template.spec;
const [container] = pod.containers;

/** Seconds that a server needs to hand over what runs: `docs/operations.md`. */
const drain = 10;

test("pods run as the image's user, write nothing, and have no privilege", () => {
  expect(pod).toMatchObject({
    automountServiceAccountToken: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 65_532,
      seccompProfile: { type: "RuntimeDefault" },
    },
  });
  expect(container.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  });
  expect(pod).not.toHaveProperty("volumes");
  expect(container.image).toMatch(/:\d+\.\d+\.\d+$/);
});

test("probes ask addresses that there are, and only readiness depends on the database", () => {
  const { startupProbe, livenessProbe, readinessProbe } = container;
  const paths = [startupProbe, livenessProbe, readinessProbe].map(({ httpGet }) => httpGet.path);
  expect(paths).toEqual(["/api/health/live", "/api/health/live", "/api/health/ready"]);
  for (const path of paths) expect(existsSync(join("app", path, "route.ts")), path).toBe(true);
  expect(container.ports).toEqual([{ name: "http", containerPort: 3000 }]);
});

test("a pod that ends is given the time that its runs need", () => {
  const waits = container.lifecycle.preStop.sleep.seconds;
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(waits + drain);
});

test("settings are settings, and secrets are named, not written", () => {
  expect(container.env.filter(({ name }) => !settingNames.includes(name))).toEqual([]);
  expect(container.env.filter(({ name }) => /SECRET|KEY|PASSWORD|DATABASE_URL/.test(name))).toEqual(
    [],
  );
  expect(container.envFrom).toEqual([{ secretRef: { name: "branchline" } }]);
});

test("service and disruption budget mean these pods, and all files are applied", () => {
  const own = deployment.spec.selector.matchLabels;
  expect(deployment.spec.template.metadata.labels).toEqual(own);
  expect(read("service.yaml")).toMatchObject({
    spec: { selector: own, ports: [{ targetPort: "http" }] },
  });
  expect(read("pod-disruption-budget.yaml")).toMatchObject({
    spec: { maxUnavailable: 1, selector: { matchLabels: own } },
  });
  const { resources } = z
    .object({ resources: z.array(z.string()) })
    .parse(read("kustomization.yaml"));
  const others = readdirSync(folder).filter((name) => name !== "kustomization.yaml");
  expect(resources.toSorted()).toEqual(others.sort());
});
