import type { Role } from '../../domain/task/role.ts';
import type { Task } from '../../domain/task/task.ts';
import { me } from '../shell/me.ts';
import type { Section } from './place.ts';

/** What the page offers whoever looks at it; what they may, the API decides by itself. */
const sectionsHidden: Record<Role, readonly Section[]> = {
  operator: [],
  lead: ['do-not-call', 'account'],
  viewer: ['import'],
  supervisor: [],
};

function role(): Role {
  return me.value.value?.role ?? 'operator';
}

export function isOffered(section: Section): boolean {
  return !sectionsHidden[role()].includes(section);
}

/** Rows, calls, tasks and scripts that they see. */
export function mayChange(): boolean {
  return role() === 'supervisor' || role() === 'lead';
}

/** Operators, new tasks, who leads them, and what holds for all. */
export function maySuperviseAll(): boolean {
  return role() === 'supervisor';
}

export function seesAllTasks(): boolean {
  return role() !== 'lead';
}

/** Of all tasks that they see: leads help out in others. */
export function isSupervised({ leads = [] }: Pick<Task, 'leads'>): boolean {
  return seesAllTasks() || leads.includes(me.value.value?.id ?? '');
}
