/** One scope of each kind, with what lies above it in its own text, as the simulated cloud is given it. */
export const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  'service account': ['projects/payments-prod/serviceAccounts/deployer@payments-prod.iam.gserviceaccount.com'],
  bucket: ['projects/payments-prod/buckets/ledger'],
  secret: ['projects/payments-prod/secrets/psp-key'],
  'key ring': ['projects/payments-prod/locations/europe-west3/keyRings/cards'],
  key: [
    'projects/payments-prod/locations/europe-west3/keyRings/cards/cryptoKeys/pan',
    'projects/payments-prod/locations/europe-west3/keyRings/cards',
  ],
  'Cloud Run service': ['projects/payments-prod/locations/europe-west3/services/checkout'],
  'BigQuery table': ['projects/payments-prod/datasets/settlements/tables/2026-11'],
  'Spanner database': ['projects/payments-prod/instances/ledger/databases/main'],
  'Bigtable table': ['projects/payments-prod/instances/events/tables/clicks'],
  'virtual machine': ['projects/payments-prod/zones/europe-west3-a/instances/bastion'],
  disk: ['projects/payments-prod/zones/europe-west3-a/disks/bastion'],
  'regional disk': ['projects/payments-prod/regions/europe-west3/disks/shared'],
  image: ['projects/payments-prod/global/images/golden'],
  snapshot: ['projects/payments-prod/global/snapshots/monday'],
  'instance template': ['projects/payments-prod/global/instanceTemplates/worker'],
  'tunnel to a virtual machine': ['projects/payments-prod/iap_tunnel/zones/europe-west3-a/instances/bastion'],
};
