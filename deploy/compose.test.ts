import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { settingNames } from "./setting-names";

const serviceSchema = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  environment: z.record(z.string(), z.string()),
  env_file: z.tuple([z.object({ path: z.literal(".env"), required: z.literal(false) })]).optional(),
  volumes: z.array(z.string()),
  read_only: z.literal(true),
  security_opt: z.array(z.string()),
});
const fileSchema = z.strictObject({
  name: z.string(),
  services: z.record(z.string(), serviceSchema),
  volumes: z.record(z.string(), z.null()),
});

describe.each(["compose.yaml", "compose.postgres.yaml"])("%s", (name) => {
  const text = readFileSync(join(import.meta.dirname, name), "utf8");
  const { services, volumes } = fileSchema.parse(parse(text));
  const { branchline, ...others } = services;
  if (!branchline) throw new Error("Branchline is not among the services.");

  test("runs the image as its user, with one volume to write to", () => {
    expect(branchline).toMatchObject({ user: "65532:65532", cap_drop: ["ALL"] });
    expect(branchline.volumes).toEqual(["data:/data"]);
    expect(branchline.stop_grace_period).toBe("30s");
    expect(existsSync(join(import.meta.dirname, branchline.build ?? "", "Dockerfile"))).toBe(true);
    for (const service of Object.values(services))
      expect(service.security_opt).toContain("no-new-privileges:true");
  });

  test("takes settings from a file, sets nothing but settings, and has no secret in it", () => {
    expect(branchline.env_file).toHaveLength(1);
    expect(branchline.environment).toMatchObject({ DATA_DIR: "/data", PORT: "3000" });
    const names = Object.keys(branchline.environment);
    expect(names.filter((setting) => !settingNames.includes(setting))).toEqual([]);
    const secrets = Object.entries({ ...branchline.environment, ...others.postgres?.environment });
    for (const [setting, value] of secrets)
      if (/SECRET|KEY|PASSWORD|URL/.test(setting)) expect(value).toMatch(/\$\{\w+(:[-?][^}]*)?\}/);
  });

  test("takes images of others by their exact version, and keeps what they store", () => {
    for (const { image, volumes: used } of Object.values(others)) {
      expect(image).toMatch(/^\w+:\d+\.\d+-\w+$/);
      expect(used).toHaveLength(1);
    }
    const used = Object.values(services).flatMap((service) => service.volumes);
    expect(used.map((volume) => volume.split(":")[0]).sort()).toEqual(Object.keys(volumes).sort());
  });
});
