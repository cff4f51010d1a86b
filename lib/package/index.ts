/** What an app of somebody else imports from the package. */
export { CallbackCenter, type CallbackCenterProps } from '../cloud/callback-center.ts';
export type {
  CenterConfig,
  DomainConfig,
  EventConfig,
  SignInConfig,
  WebhookConfig,
} from '../cloud/stages/stage-config.ts';
