/** What somebody may, from the least on. Viewers see what supervisors see, and change nothing. */
export const roles = ['operator', 'lead', 'viewer', 'supervisor'] as const;

export type Role = (typeof roles)[number];

export function isRole(text: string | undefined): text is Role {
  return roles.some((it) => it === text);
}

/** Who sees all tasks; leads see those that name them. */
export function seesAll(role: Role): boolean {
  return role === 'supervisor' || role === 'viewer';
}
