/** A whole policy.json, as the packages bring it and the guide shows it: every field there is stands in it. */
export const policyExample = `{
  "environment": "production",
  "municipality": "Fjellvik",
  "roles": {
    "housing": { "users": ["kari"], "groups": ["bolig"] },
    "collection": { "groups": ["innkreving"] },
    "it": { "users": ["amund"] },
    "fagansvarlig": { "users": ["siri"] }
  },
  "updates": { "mode": "notify", "url": "https://saksbord.fjellvik.example/" }
}
`;

/** What stands at a place in the example, as JSON on one line. `place`: `roles.*.users`, where a star is the first role. */
export function exampleAt(place: string): string {
  const found = place.split('.').reduce<unknown>((value, name) => {
    const fields = Object.entries(value ?? {});
    return (name === '*' ? fields[0] : fields.find(([field]) => field === name))?.[1];
  }, JSON.parse(policyExample));
  return (JSON.stringify(found, null, 1) ?? '').replace(/\n\s*/g, ' ');
}
