import type { SeedRepository, SeedStep } from "../content-types";

const source = "app/src/main/kotlin/com/acme/shop";

const history: readonly SeedStep[] = [
  {
    type: "commit",
    by: "mateo",
    message: "Start the Android app",
    files: {
      "README.md":
        "# Acme for Android\n\nKotlin and Compose. Open the folder in Android Studio, choose the `staging` variant, run.\n\nIssues live in Jira (project MOB).\n",
      "settings.gradle.kts": 'rootProject.name = "acme"\ninclude(":app")\n',
      [`${source}/MainActivity.kt`]: `package com.acme.shop

import android.os.Bundle
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent

class MainActivity : ComponentActivity() {
    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        setContent { ShopScreen() }
    }
}
`,
    },
  },
  {
    type: "commit",
    by: "mateo",
    message: "Show the list of products",
    files: {
      [`${source}/ShopScreen.kt`]: `package com.acme.shop

import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable

@Composable
fun ShopScreen(products: List<Product> = emptyList()) {
    LazyColumn {
        items(products, key = Product::sku) { ProductRow(it) }
    }
}
`,
    },
  },
  {
    type: "commit",
    by: "elias",
    message: "Talk to the API",
    files: {
      [`${source}/AcmeApi.kt`]: `package com.acme.shop

interface AcmeApi {
    suspend fun order(id: String): Order?
    suspend fun products(after: String? = null): Page<Product>
}
`,
    },
  },
  {
    type: "commit",
    by: "elias",
    message: "Build on every push",
    files: {
      "bitbucket-pipelines.yml":
        "image: gradle:8-jdk21\npipelines:\n  default:\n    - step:\n        script: [gradle assembleStaging]\n",
    },
  },
  {
    type: "commit",
    by: "mateo",
    message: "Name products and pages",
    files: {
      [`${source}/Model.kt`]:
        "package com.acme.shop\n\ndata class Product(val sku: String, val name: String, val cents: Long)\n\ndata class Page<Item>(val values: List<Item>, val next: String?)\n",
    },
  },
  { type: "tag", name: "3.4.0" },
  {
    type: "commit",
    by: "sam",
    on: "feature/offline-cart",
    message: "Keep the cart on the device",
    files: {
      [`${source}/CartStore.kt`]:
        "package com.acme.shop\n\ninterface CartStore {\n    suspend fun load(): List<CartLine>\n    suspend fun save(lines: List<CartLine>)\n}\n",
    },
  },
  {
    type: "commit",
    by: "elias",
    on: "fix/rotation",
    message: "Survive a rotation of the screen",
    edits: {
      [`${source}/MainActivity.kt`]: [
        "        setContent { ShopScreen() }",
        "        setContent { AcmeTheme { ShopScreen() } }",
      ],
    },
  },
  { type: "merge", by: "mateo", source: "fix/rotation", pullRequest: 1 },
  {
    type: "commit",
    by: "bot",
    on: "release/3.5",
    message: "Prepare 3.5.0",
    files: { "CHANGELOG.md": "## 3.5.0\n\n- The app survives a rotation of the screen.\n" },
  },
  {
    type: "commit",
    by: "mateo",
    message: "Say where issues live",
    edits: {
      "README.md": [
        "Issues live in Jira (project MOB).",
        "Issues live in Jira (project MOB), not here.",
      ],
    },
  },
];

export const mobile: SeedRepository = {
  workspace: "acme",
  slug: "mobile",
  name: "mobile",
  description: "Acme for Android.",
  language: "kotlin",
  projectKey: "APP",
  isPrivate: true,
  issueTracker: "off",
  permissions: [
    { who: "mateo", permission: "admin" },
    { who: "elias", permission: "write" },
    { who: "sam", permission: "write" },
  ],
  mainBranch: "main",
  span: [60, 2],
  history,
  pullRequests: [
    {
      id: 1,
      title: "Survive a rotation",
      description: "The list jumped to the top.",
      by: "elias",
      source: "fix/rotation",
      state: "MERGED",
      reviewers: ["mateo"],
      approvedBy: ["mateo"],
      closeSourceBranch: true,
    },
  ],
  issues: [],
};
