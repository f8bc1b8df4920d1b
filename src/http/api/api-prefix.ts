/** Below this address stands everything the API can do. */
export const apiPrefix = '/api/v1'
