type Version = { numbers: number[]; prerelease: string[] };

function parse(version: string): Version {
  const [, numbers = "", prerelease = ""] = /^([\d.]+)(?:-([\w.-]+))?/.exec(version) ?? [];
  return {
    numbers: numbers.split(".").map(Number),
    prerelease: prerelease ? prerelease.split(".") : [],
  };
}

function comparePrereleases(left: string[], right: string[]): number {
  // A release comes after all that was tried before it.
  if (left.length === 0 || right.length === 0) return right.length - left.length;
  for (const [index, one] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = Number(one) - Number(other);
    const order = Number.isNaN(difference) ? one.localeCompare(other) : difference;
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

/** Below 0 when the first version comes before the second, as semantic versions are ordered. */
export function compareVersions(left: string, right: string): number {
  const [one, other] = [parse(left), parse(right)];
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return comparePrereleases(one.prerelease, other.prerelease);
}
