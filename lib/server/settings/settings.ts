import { z } from "zod";
import { databaseSettings } from "./database.ts";
import { limitSettings } from "./limits.ts";
import { hostedModel, modelSettings } from "./model.ts";
import { signInComplaints, signInWaySettings } from "./providers.ts";
import { hostedRouter, routerSettings } from "./router.ts";
import { serverSettings } from "./server.ts";
import { howToMakeSecret, signInSettings } from "./sign-in.ts";
import { telemetrySettings } from "./telemetry.ts";

/** All settings by topic, each with a description: the table in docs/operations.md is made of them. */
export const settingsByTopic = {
  "The web server": serverSettings,
  Database: databaseSettings,
  "Signing in": { ...signInWaySettings, ...signInSettings },
  "The model": modelSettings,
  "Bitbucket and other services, by Composio": routerSettings,
  Limits: limitSettings,
  "Traces and metrics": telemetrySettings,
};

const settingsSchema = z
  .object({
    ...serverSettings,
    ...databaseSettings,
    ...signInWaySettings,
    ...signInSettings,
    ...modelSettings,
    ...routerSettings,
    ...limitSettings,
    ...telemetrySettings,
  })
  .refine((settings) => settings.OPENAI_API_KEY || settings.OPENAI_BASE_URL === hostedModel, {
    path: ["OPENAI_BASE_URL"],
    error: "is set, but OPENAI_API_KEY is not: set both, or neither for the embedded model",
  })
  .refine((settings) => settings.COMPOSIO_API_KEY || settings.COMPOSIO_BASE_URL === hostedRouter, {
    path: ["COMPOSIO_BASE_URL"],
    error: "is set, but COMPOSIO_API_KEY is not: set both, or neither for the embedded Bitbucket",
  })
  .refine(
    (settings) => settings.AUTH_SECRET || !(settings.OPENAI_API_KEY || settings.COMPOSIO_API_KEY),
    {
      path: ["AUTH_SECRET"],
      error: `is needed as soon as a real service is used: ${howToMakeSecret}`,
    },
  )
  .refine(
    ({ TOOLKITS, COMPOSIO_AUTH_CONFIGS = {} }) =>
      Object.keys(COMPOSIO_AUTH_CONFIGS).every((toolkit) => TOOLKITS.includes(toolkit)),
    {
      path: ["COMPOSIO_AUTH_CONFIGS"],
      error: "names a toolkit that TOOLKITS does not",
    },
  )
  .superRefine((settings, { addIssue }) => {
    for (const signal of ["TRACES", "METRICS"] as const) {
      const endpoint =
        settings.OTEL_EXPORTER_OTLP_ENDPOINT ?? settings[`OTEL_EXPORTER_OTLP_${signal}_ENDPOINT`];
      if (settings[`OTEL_${signal}_EXPORTER`] !== "otlp" || endpoint) continue;
      const message = "is otlp, but OTEL_EXPORTER_OTLP_ENDPOINT does not say where to send it";
      addIssue({ code: "custom", path: [`OTEL_${signal}_EXPORTER`], message });
    }
  })
  .refine((settings) => settings.AUTH_SECRET || !settings.DATABASE_URL, {
    path: ["AUTH_SECRET"],
    error: `is needed with DATABASE_URL, the same for all instances: ${howToMakeSecret}`,
  })
  .superRefine((settings, { addIssue }) => {
    for (const { setting, complaint } of signInComplaints(settings))
      addIssue({ code: "custom", path: [setting], message: complaint });
  });

/** Says which settings are wrong, one line each. */
export class EnvironmentError extends Error {
  override name = "EnvironmentError";
}

/** Reads settings from a bag of environment variables; an empty value counts as absent. */
export function parseSettings(source: Record<string, string | undefined>) {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = settingsSchema.safeParse(present);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new EnvironmentError(`These settings are wrong:\n${lines.join("\n")}`);
}

export type Settings = ReturnType<typeof parseSettings>;
