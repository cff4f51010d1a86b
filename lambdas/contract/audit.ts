import * as z from 'zod';
import { roles } from '../domain/task/role.ts';
import { auditSubjects } from '../domain/views/audit-subject.ts';
import { cursor, instant, rowKey } from './instant.ts';

export const auditQuery = z
  .strictObject({
    /** Days of the time zone, both included. */
    from: z.string(),
    to: z.string(),
    timeZone: z.string(),
    task: z.string().optional(),
    by: z.string().max(255).optional().describe('The id of a person, or client:id of software'),
    about: z.enum(auditSubjects).optional(),
    cursor: cursor.optional(),
  })
  .meta({ id: 'AuditQuery' });

const auditLine = z
  .object({
    at: instant,
    by: z.string(),
    role: z.enum(roles),
    act: z.string().describe('The route, as it is declared here: `POST /api/promises/move`'),
    on: z.record(z.string(), z.string()).describe('The parameters of its path'),
    tasks: z.array(z.string()).describe('The tasks that path and body name'),
    rows: z.array(rowKey).optional().describe('The first hundred rows that the body names'),
    count: z.number().optional().describe('How many rows, numbers or lines the body names'),
  })
  .meta({ id: 'AuditLine' });
export type AuditLine = z.infer<typeof auditLine>;

export const auditList = z
  .object({
    entries: z.array(auditLine),
    /** For the next page, which may be empty and not be the last. */
    cursor: z.string().optional(),
  })
  .meta({ id: 'AuditList' });
export type AuditList = z.infer<typeof auditList>;
