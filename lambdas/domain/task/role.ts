/** What somebody may, from the least on. */
export const roles = ['operator', 'supervisor'] as const;

export type Role = (typeof roles)[number];

export function isRole(text: string | undefined): text is Role {
  return roles.some((it) => it === text);
}
