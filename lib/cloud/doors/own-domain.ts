import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AaaaRecord,
  ARecord,
  HostedZone,
  type IAliasRecordTarget,
  RecordTarget,
} from 'aws-cdk-lib/aws-route53';
import type { Construct } from 'constructs';
import type { OwnDomain } from '../stages/stage-schema.ts';

/** A certificate is made by hand: it waits for its owner's proof, and a deployment should not. */
export function certificateOf(scope: Construct, { certificateArn }: OwnDomain): ICertificate {
  return Certificate.fromCertificateArn(scope, 'Certificate', certificateArn);
}

/** Leads the name to the target, where its zone is in Route 53. */
export function announce(
  scope: Construct,
  { domainName, hostedZone }: OwnDomain,
  target: IAliasRecordTarget,
): void {
  if (hostedZone === undefined) return;
  const zone = HostedZone.fromHostedZoneAttributes(scope, 'Zone', {
    hostedZoneId: hostedZone.id,
    zoneName: hostedZone.name,
  });
  // A full stop at the end: the name is whole, and the zone's is not put behind it.
  const record = {
    zone,
    recordName: `${domainName}.`,
    target: RecordTarget.fromAlias(target),
  };
  new ARecord(scope, 'Address', record);
  new AaaaRecord(scope, 'AddressV6', record);
}
