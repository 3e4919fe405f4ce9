import { expect, test } from "vitest";
import { leavingResponse } from "./leaving-response.ts";

test("goes on to the address by itself, and offers it where a browser does not", async () => {
  const response = leavingResponse('https://provider.example/?a=1&b="><script>x</script>');
  expect(response.status).toBe(200);
  expect(response.headers.get("refresh")).toMatch(/^0; url=https:\/\/provider\.example\/\?a=1&b=/);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const page = await response.text();
  expect(page).toContain('href="https://provider.example/?a=1&amp;b=&quot;>&lt;script>');
  expect(page).not.toContain("<script");
});
