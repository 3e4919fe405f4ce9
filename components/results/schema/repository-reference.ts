import { z } from "zod";
import { optionalText } from "./fields";

/** `workspace/slug`, where a repository is mentioned inside another object. */
export const repositoryName = z
  .object({ full_name: optionalText })
  .nullish()
  .catch(undefined)
  .transform((repository) => repository?.full_name);
