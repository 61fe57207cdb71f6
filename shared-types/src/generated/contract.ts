// Generated from spec/ by `python -m codegen`. DO NOT EDIT.
/** The version of the contract. */
export const version = "0.1.0";

/** The name of the schema of each JSON response, by operationId, status and media type. */
export const answers: Record<string, Record<string, Record<string, string>>> = {
  "addAlbumImages": {
    "200": {
      "application/json": "AlbumImagesChange"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "applyImport": {
    "202": {
      "application/json": "Import"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "bulkUpdateImages": {
    "200": {
      "application/json": "ImageBulkResult"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "cancelImport": {
    "200": {
      "application/json": "Import"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "cancelJob": {
    "200": {
      "application/json": "Job"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "cancelJobs": {
    "200": {
      "application/json": "JobCancellation"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "cancelSetRun": {
    "200": {
      "application/json": "SetRun"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "cancelTrainingRun": {
    "200": {
      "application/json": "TrainingStatus"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "changePassword": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "429": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "checkTraining": {
    "200": {
      "application/json": "TrainingCheck"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createAdapter": {
    "200": {
      "application/json": "Adapter"
    },
    "201": {
      "application/json": "Adapter"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createAlbum": {
    "201": {
      "application/json": "AlbumDetail"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createApiToken": {
    "201": {
      "application/json": "ApiTokenCreated"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createBugReport": {
    "201": {
      "application/json": "BugReportReceipt"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "429": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createImage": {
    "200": {
      "application/json": "ImageDetail"
    },
    "201": {
      "application/json": "ImageDetail"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createImport": {
    "201": {
      "application/json": "Import"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createJob": {
    "202": {
      "application/json": "QueueJob"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createLabel": {
    "201": {
      "application/json": "Label"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createSetTemplate": {
    "201": {
      "application/json": "SetTemplate"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createSignInLink": {
    "201": {
      "application/json": "SignInLink"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createTrainingRun": {
    "202": {
      "application/json": "TrainingStatus"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createUser": {
    "201": {
      "application/json": "User"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "createWebhook": {
    "201": {
      "application/json": "WebhookCreated"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "deleteAdapter": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "deleteAdapterPreview": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "deleteAlbum": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "deleteApiToken": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "deleteBugReport": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "deleteImage": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "deleteLabel": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "deleteSetTemplate": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "deleteTrainingRun": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "deleteWebhook": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "endOtherSessions": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "endSession": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "exportAlbum": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "exportBugReport": {
    "200": {
      "application/json": "BugReportExport"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getAdapter": {
    "200": {
      "application/json": "Adapter"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getAdapterFile": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "416": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getAdapterPreview": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "416": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getAlbum": {
    "200": {
      "application/json": "AlbumDetail"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getAlbumLabelStats": {
    "200": {
      "application/json": "AlbumLabelStats"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getAuthStatus": {
    "200": {
      "application/json": "AuthStatus"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getBugReport": {
    "200": {
      "application/json": "BugReport"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getBugReportScreenshot": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "416": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getContactSheet": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getHealth": {
    "200": {
      "application/json": "Health"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/json": "Health"
    }
  },
  "getImage": {
    "200": {
      "application/json": "ImageDetail"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getImageFile": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "416": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getImageThumbnail": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "416": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getImport": {
    "200": {
      "application/json": "Import"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getJob": {
    "200": {
      "application/json": "Job"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getJobPreview": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getMetrics": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getQueue": {
    "200": {
      "application/json": "Queue"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getServer": {
    "200": {
      "application/json": "Server"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getSetRun": {
    "200": {
      "application/json": "SetRunDetail"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getSetTemplate": {
    "200": {
      "application/json": "SetTemplate"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getSetTemplateRows": {
    "200": {
      "application/json": "SetTemplateRows"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getSettings": {
    "200": {
      "application/json": "Settings"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getStats": {
    "200": {
      "application/json": "Stats"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getTrainingLog": {
    "200": {
      "application/json": "TrainingLog"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getTrainingRun": {
    "200": {
      "application/json": "TrainingStatus"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getTrainingSample": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "416": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getUser": {
    "200": {
      "application/json": "User"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getWebhook": {
    "200": {
      "application/json": "Webhook"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "getWebhookDelivery": {
    "200": {
      "application/json": "WebhookDeliveryDetail"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listAdapters": {
    "200": {
      "application/json": "AdapterPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listAlbumImages": {
    "200": {
      "application/json": "AlbumImagePage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listAlbums": {
    "200": {
      "application/json": "AlbumPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listApiTokens": {
    "200": {
      "application/json": "ApiTokenPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listBugReports": {
    "200": {
      "application/json": "BugReportPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listImages": {
    "200": {
      "application/json": "ImagePage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listImportItems": {
    "200": {
      "application/json": "ImportItemPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listImportSources": {
    "200": {
      "application/json": "ImportSources"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listImports": {
    "200": {
      "application/json": "ImportPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listJobs": {
    "200": {
      "application/json": "JobsResponse"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listLabels": {
    "200": {
      "application/json": "LabelPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listModels": {
    "200": {
      "application/json": "EngineModelPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listSessions": {
    "200": {
      "application/json": "SessionPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listSetRuns": {
    "200": {
      "application/json": "SetRunPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listSetTemplates": {
    "200": {
      "application/json": "SetTemplatePage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listTrainingMetrics": {
    "200": {
      "application/json": "TrainingMetrics"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listTrainingRuns": {
    "200": {
      "application/json": "TrainingRunPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listUsers": {
    "200": {
      "application/json": "UserPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listWebhookDeliveries": {
    "200": {
      "application/json": "WebhookDeliveryPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listWebhooks": {
    "200": {
      "application/json": "WebhookPage"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "listWorkers": {
    "200": {
      "application/json": "Workers"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "markImage": {
    "200": {
      "application/json": "ImageMark"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "moveAlbumImages": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "pingWebhook": {
    "202": {
      "application/json": "WebhookDelivery"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "previewPrompt": {
    "200": {
      "application/json": "PromptPreview"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "previewSetTemplate": {
    "200": {
      "application/json": "SetPreview"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "purgeBugReports": {
    "200": {
      "application/json": "BugReportPurge"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "purgeImage": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "purgeTrash": {
    "200": {
      "application/json": "TrashPurge"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "removeAlbumImage": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "replaceAdapterPreview": {
    "200": {
      "application/json": "Adapter"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "replaceSetTemplateRows": {
    "200": {
      "application/json": "SetTemplateRows"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "replayWebhookDelivery": {
    "202": {
      "application/json": "WebhookDelivery"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "reproduceImage": {
    "202": {
      "application/json": "Reproduction"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "restoreImage": {
    "200": {
      "application/json": "ImageDetail"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "restoreSetTemplate": {
    "200": {
      "application/json": "SetTemplate"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "resumeTrainingRun": {
    "202": {
      "application/json": "TrainingStatus"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "retryJob": {
    "202": {
      "application/json": "Job"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "retrySetRun": {
    "202": {
      "application/json": "SetRun"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "rotateWebhookSecret": {
    "200": {
      "application/json": "WebhookSecret"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "sampleTrainingRun": {
    "202": {
      "application/json": "TrainingStatus"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "saveTrainingRun": {
    "202": {
      "application/json": "TrainingStatus"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "signIn": {
    "200": {
      "application/json": "AuthStatus"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "429": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "signOut": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "startSetRun": {
    "202": {
      "application/json": "SetRun"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "streamEvents": {
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "429": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "undoImport": {
    "200": {
      "application/json": "ImportUndoSurvey"
    },
    "202": {
      "application/json": "Import"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateAdapter": {
    "200": {
      "application/json": "Adapter"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateAlbum": {
    "200": {
      "application/json": "AlbumDetail"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateBugReport": {
    "200": {
      "application/json": "BugReport"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateImage": {
    "200": {
      "application/json": "ImageDetail"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateJob": {
    "200": {
      "application/json": "Job"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateLabel": {
    "200": {
      "application/json": "Label"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateQueue": {
    "200": {
      "application/json": "Queue"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateSetTemplate": {
    "200": {
      "application/json": "SetTemplate"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateSettings": {
    "200": {
      "application/json": "Settings"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateUser": {
    "200": {
      "application/json": "User"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "updateWebhook": {
    "200": {
      "application/json": "Webhook"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "408": {
      "application/problem+json": "Problem"
    },
    "412": {
      "application/problem+json": "Problem"
    },
    "413": {
      "application/problem+json": "Problem"
    },
    "415": {
      "application/problem+json": "Problem"
    },
    "422": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  },
  "verifyImport": {
    "202": {
      "application/json": "Import"
    },
    "400": {
      "application/problem+json": "Problem"
    },
    "401": {
      "application/problem+json": "Problem"
    },
    "403": {
      "application/problem+json": "Problem"
    },
    "404": {
      "application/problem+json": "Problem"
    },
    "406": {
      "application/problem+json": "Problem"
    },
    "409": {
      "application/problem+json": "Problem"
    },
    "500": {
      "application/problem+json": "Problem"
    },
    "503": {
      "application/problem+json": "Problem"
    }
  }
};

/** The name of the schema of each JSON request, by operationId and media type. */
export const requests: Record<string, Record<string, string>> = {
  "addAlbumImages": {
    "application/json": "AlbumImagesAdd"
  },
  "applyImport": {
    "application/json": "ImportApply"
  },
  "bulkUpdateImages": {
    "application/json": "ImageBulkUpdate"
  },
  "cancelJobs": {
    "application/json": "JobCancellationRequest"
  },
  "changePassword": {
    "application/json": "PasswordChange"
  },
  "checkTraining": {
    "application/json": "TrainingRunCreate"
  },
  "createAlbum": {
    "application/json": "AlbumCreate"
  },
  "createApiToken": {
    "application/json": "ApiTokenCreate"
  },
  "createBugReport": {
    "application/json": "BugReportSubmission"
  },
  "createImport": {
    "application/json": "ImportCreate"
  },
  "createJob": {
    "application/json": "JobRequest"
  },
  "createLabel": {
    "application/json": "LabelCreate"
  },
  "createSetTemplate": {
    "application/json": "SetTemplateCreate"
  },
  "createSignInLink": {
    "application/json": "SignInLinkCreate"
  },
  "createTrainingRun": {
    "application/json": "TrainingRunCreate"
  },
  "createUser": {
    "application/json": "UserCreate"
  },
  "createWebhook": {
    "application/json": "WebhookCreate"
  },
  "markImage": {
    "application/merge-patch+json": "ImageMarkUpdate"
  },
  "moveAlbumImages": {
    "application/json": "AlbumImagesMove"
  },
  "previewPrompt": {
    "application/json": "PromptPreviewRequest"
  },
  "previewSetTemplate": {
    "application/json": "SetPreviewRequest"
  },
  "purgeBugReports": {
    "application/json": "BugReportPurgeRequest"
  },
  "purgeTrash": {
    "application/json": "TrashPurgeRequest"
  },
  "replaceSetTemplateRows": {
    "application/json": "SetTemplateRowsReplace"
  },
  "signIn": {
    "application/json": "SignInRequest"
  },
  "startSetRun": {
    "application/json": "SetRunRequest"
  },
  "updateAdapter": {
    "application/merge-patch+json": "AdapterUpdate"
  },
  "updateAlbum": {
    "application/merge-patch+json": "AlbumUpdate"
  },
  "updateBugReport": {
    "application/merge-patch+json": "BugReportUpdate"
  },
  "updateImage": {
    "application/merge-patch+json": "ImageUpdate"
  },
  "updateJob": {
    "application/merge-patch+json": "JobUpdate"
  },
  "updateLabel": {
    "application/merge-patch+json": "LabelUpdate"
  },
  "updateQueue": {
    "application/merge-patch+json": "QueueUpdate"
  },
  "updateSetTemplate": {
    "application/merge-patch+json": "SetTemplateUpdate"
  },
  "updateSettings": {
    "application/merge-patch+json": "SettingsUpdate"
  },
  "updateUser": {
    "application/merge-patch+json": "UserUpdate"
  },
  "updateWebhook": {
    "application/merge-patch+json": "WebhookUpdate"
  }
};

/** The JSON Schemas (2020-12) by name; they refer to each other as `#/components/schemas/…`. */
export const schemas: Record<string, Record<string, unknown>> = {
  "Adapter": {
    "additionalProperties": false,
    "description": "Weights that training produced or an operator registered, used to generate images.",
    "properties": {
      "base": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Line"
          },
          {
            "type": "null"
          }
        ],
        "description": "The base model it is for; null if its engine has only one."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who requested it; null if that user was deleted."
      },
      "dataset_digest": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Digest"
          },
          {
            "type": "null"
          }
        ],
        "description": "The images and captions it was trained on; null if it was registered."
      },
      "default_weight": {
        "$ref": "#/components/schemas/AdapterWeight",
        "description": "Its weight where a request names none."
      },
      "description": {
        "$ref": "#/components/schemas/Line",
        "description": "Its purpose; may be empty."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "The file's bytes."
      },
      "engine": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "The engine that trained it; null if it was registered."
      },
      "format": {
        "$ref": "#/components/schemas/Word",
        "description": "Its format, as in an engine's `adapter_formats`: `style_plate`, `lora`."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter."
      },
      "metrics": {
        "$ref": "#/components/schemas/AdapterMetrics",
        "description": "The last measurements of its training; empty if it was registered."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "preview_url": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ApiPath"
          },
          {
            "type": "null"
          }
        ],
        "description": "A picture of what it does, as WebP; null if there is none."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "Its size in bytes."
      },
      "source": {
        "$ref": "#/components/schemas/AdapterSource",
        "description": "Its origin."
      },
      "training_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The training run that produced it; null if it was registered or the run was deleted."
      },
      "trigger_words": {
        "$ref": "#/components/schemas/AdapterTriggerWords",
        "description": "Its trigger words; empty if none are known."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see and use it; of visitors, nobody."
      }
    },
    "required": [
      "id",
      "name",
      "description",
      "format",
      "engine",
      "base",
      "digest",
      "size_bytes",
      "default_weight",
      "trigger_words",
      "preview_url",
      "visibility",
      "source",
      "training_run_id",
      "dataset_digest",
      "metrics",
      "created_by",
      "created_at",
      "updated_at"
    ],
    "title": "Adapter",
    "type": "object"
  },
  "AdapterAddedEvent": {
    "additionalProperties": false,
    "description": "An adapter was created.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "adapter.added",
        "description": "An adapter was created.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "adapter_id"
    ],
    "title": "AdapterAddedEvent",
    "type": "object"
  },
  "AdapterAxis": {
    "additionalProperties": false,
    "description": "One adapter after the other, besides those of the run.",
    "properties": {
      "kind": {
        "const": "adapter",
        "description": "What the axis changes.",
        "type": "string"
      },
      "values": {
        "description": "The adapters, each with its weight, in order.",
        "items": {
          "$ref": "#/components/schemas/AdapterUse"
        },
        "maxItems": 50,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "kind",
      "values"
    ],
    "title": "AdapterAxis",
    "type": "object"
  },
  "AdapterBytes": {
    "contentMediaType": "application/octet-stream",
    "description": "The bytes of an adapter.",
    "format": "binary",
    "maxLength": 1099511627776,
    "title": "AdapterBytes",
    "type": "string"
  },
  "AdapterChangedEvent": {
    "additionalProperties": false,
    "description": "An adapter was changed.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "adapter.changed",
        "description": "An adapter changed.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "adapter_id"
    ],
    "title": "AdapterChangedEvent",
    "type": "object"
  },
  "AdapterDeletedEvent": {
    "additionalProperties": false,
    "description": "An adapter was deleted.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "adapter.deleted",
        "description": "An adapter was deleted.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "adapter_id"
    ],
    "title": "AdapterDeletedEvent",
    "type": "object"
  },
  "AdapterMetrics": {
    "additionalProperties": {
      "maximum": 9007199254740991,
      "minimum": -9007199254740991,
      "type": "number"
    },
    "description": "The last measurements of its training, by name.",
    "maxProperties": 50,
    "propertyNames": {
      "maxLength": 40,
      "pattern": "^[a-z][a-z0-9_]{0,39}$"
    },
    "title": "AdapterMetrics",
    "type": "object"
  },
  "AdapterPage": {
    "additionalProperties": false,
    "description": "A page of adapters.",
    "properties": {
      "items": {
        "description": "The items.",
        "items": {
          "$ref": "#/components/schemas/Adapter"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "AdapterPage",
    "type": "object"
  },
  "AdapterPreviewUpload": {
    "additionalProperties": false,
    "description": "A picture of what an adapter does, as a form part.",
    "properties": {
      "file": {
        "contentMediaType": "application/octet-stream",
        "description": "The bytes of a PNG, JPEG, WebP or AVIF; the format is detected from the bytes.",
        "format": "binary",
        "maxLength": 33554432,
        "minLength": 1,
        "type": "string"
      }
    },
    "required": [
      "file"
    ],
    "title": "AdapterPreviewUpload",
    "type": "object"
  },
  "AdapterProvenance": {
    "additionalProperties": false,
    "description": "An adapter that an image was generated with.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter; it may have been deleted."
      },
      "dataset_digest": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Digest"
          },
          {
            "type": "null"
          }
        ],
        "description": "The digest of the images and captions it was trained on, as in the training run's `dataset`."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "The file's bytes."
      },
      "format": {
        "$ref": "#/components/schemas/Word",
        "description": "Its format: `style_plate`, `lora`."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "training_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The training run that produced it; null if it was registered."
      },
      "weight": {
        "$ref": "#/components/schemas/AdapterWeight",
        "description": "Its weight."
      }
    },
    "required": [
      "adapter_id",
      "name",
      "format",
      "digest",
      "weight",
      "training_run_id",
      "dataset_digest"
    ],
    "title": "AdapterProvenance",
    "type": "object"
  },
  "AdapterSource": {
    "description": "`trained` here, or `registered` by an operator.",
    "enum": [
      "trained",
      "registered"
    ],
    "title": "AdapterSource",
    "type": "string"
  },
  "AdapterTriggerWords": {
    "description": "Words or phrases that make an adapter take effect when they stand in a prompt.",
    "items": {
      "description": "A word or phrase.",
      "maxLength": 200,
      "minLength": 1,
      "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
      "type": "string"
    },
    "maxItems": 50,
    "title": "AdapterTriggerWords",
    "type": "array"
  },
  "AdapterUpdate": {
    "additionalProperties": false,
    "description": "Changes to an adapter.",
    "minProperties": 1,
    "properties": {
      "default_weight": {
        "$ref": "#/components/schemas/AdapterWeight",
        "description": "Its weight where a request names none."
      },
      "description": {
        "$ref": "#/components/schemas/Line",
        "description": "Its purpose."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "trigger_words": {
        "$ref": "#/components/schemas/AdapterTriggerWords",
        "description": "Its trigger words, all of them."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see and use it."
      }
    },
    "title": "AdapterUpdate",
    "type": "object"
  },
  "AdapterUpload": {
    "additionalProperties": false,
    "description": "A LoRA to register, as form parts.",
    "properties": {
      "default_weight": {
        "$ref": "#/components/schemas/AdapterWeight",
        "description": "Its weight where a request names none; without one, 1."
      },
      "description": {
        "$ref": "#/components/schemas/Line",
        "default": "",
        "description": "Its purpose."
      },
      "file": {
        "contentMediaType": "application/octet-stream",
        "description": "The bytes of a LoRA as safetensors; what it is for is read from its header.",
        "format": "binary",
        "maxLength": 1073741824,
        "minLength": 1,
        "type": "string"
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name; without one, that of the file."
      },
      "trigger_words": {
        "$ref": "#/components/schemas/AdapterTriggerWords",
        "description": "Its trigger words; without any, those of its header."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "default": "shared",
        "description": "Who may see and use it."
      }
    },
    "required": [
      "file"
    ],
    "title": "AdapterUpload",
    "type": "object"
  },
  "AdapterUse": {
    "additionalProperties": false,
    "description": "An adapter to generate with, and its weight.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter."
      },
      "weight": {
        "$ref": "#/components/schemas/AdapterWeight",
        "description": "The weight; default: the adapter's default weight."
      }
    },
    "required": [
      "adapter_id"
    ],
    "title": "AdapterUse",
    "type": "object"
  },
  "AdapterWeight": {
    "description": "The weight of an adapter: 0 … 1 for a style plate, -2 … 2 for a LoRA; 0 has no effect.",
    "maximum": 2,
    "minimum": -2,
    "title": "AdapterWeight",
    "type": "number"
  },
  "AdapterWeightAxis": {
    "additionalProperties": false,
    "description": "Other weights of an adapter of the run.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter; one that the run does not use is rejected (422 `grid_has_problems`)."
      },
      "kind": {
        "const": "adapter_weight",
        "description": "What the axis changes.",
        "type": "string"
      },
      "values": {
        "description": "The weights, in order.",
        "items": {
          "$ref": "#/components/schemas/AdapterWeight"
        },
        "maxItems": 50,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "kind",
      "adapter_id",
      "values"
    ],
    "title": "AdapterWeightAxis",
    "type": "object"
  },
  "Album": {
    "additionalProperties": false,
    "description": "An ordered collection of images, without the images themselves.",
    "properties": {
      "cover_height": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Pixels"
          },
          {
            "type": "null"
          }
        ],
        "description": "The height of the cover image in pixels; null if there is no cover."
      },
      "cover_image_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cover image: the chosen one, else the first; null if the caller may see none."
      },
      "cover_thumb_hash": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ThumbHash"
          },
          {
            "type": "null"
          }
        ],
        "description": "The `thumb_hash` of the cover image; null if it has none, or there is no cover."
      },
      "cover_thumbnail_url": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ApiPath"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cover's thumbnail; null if there is no cover."
      },
      "cover_width": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Pixels"
          },
          {
            "type": "null"
          }
        ],
        "description": "The width of the cover image in pixels; null if there is no cover."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who created it; null if that user was deleted."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "A description; may be empty."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "image_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of its images that the caller may see."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run that created it; null if none."
      },
      "set_template_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set template it was created from; null if none."
      },
      "set_template_version": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Version"
          },
          {
            "type": "null"
          }
        ],
        "description": "The version of the set template; null if none."
      },
      "source": {
        "$ref": "#/components/schemas/AlbumSource",
        "description": "Its origin."
      },
      "theme": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Line"
          },
          {
            "type": "null"
          }
        ],
        "description": "The theme of the set run; null if none, and hidden (null) from anonymous callers."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it; its images have a visibility of their own."
      }
    },
    "required": [
      "id",
      "name",
      "description",
      "visibility",
      "source",
      "set_template_id",
      "set_template_version",
      "set_run_id",
      "theme",
      "cover_image_id",
      "cover_thumbnail_url",
      "cover_width",
      "cover_height",
      "cover_thumb_hash",
      "image_count",
      "created_by",
      "created_at",
      "updated_at"
    ],
    "title": "Album",
    "type": "object"
  },
  "AlbumBundle": {
    "contentMediaType": "application/zip",
    "description": "A ZIP file with an album.",
    "format": "binary",
    "title": "AlbumBundle",
    "type": "string"
  },
  "AlbumChangedEvent": {
    "additionalProperties": false,
    "description": "The metadata or the images of an album changed.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "album.changed",
        "description": "An album changed.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "album_id"
    ],
    "title": "AlbumChangedEvent",
    "type": "object"
  },
  "AlbumCreate": {
    "additionalProperties": false,
    "description": "A new album.",
    "properties": {
      "description": {
        "$ref": "#/components/schemas/Text",
        "default": "",
        "description": "A description."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "default": "private",
        "description": "Who may see it."
      }
    },
    "required": [
      "name"
    ],
    "title": "AlbumCreate",
    "type": "object"
  },
  "AlbumCreatedEvent": {
    "additionalProperties": false,
    "description": "An album was created.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "album.created",
        "description": "An album was created.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "album_id"
    ],
    "title": "AlbumCreatedEvent",
    "type": "object"
  },
  "AlbumDeletedEvent": {
    "additionalProperties": false,
    "description": "An album was deleted; its images remain.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "album.deleted",
        "description": "An album was deleted.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "album_id"
    ],
    "title": "AlbumDeletedEvent",
    "type": "object"
  },
  "AlbumDetail": {
    "additionalProperties": false,
    "description": "An album with its set template and its first images.",
    "properties": {
      "cover_height": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Pixels"
          },
          {
            "type": "null"
          }
        ],
        "description": "The height of the cover image in pixels; null if there is no cover."
      },
      "cover_image_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cover image: the chosen one, else the first; null if the caller may see none."
      },
      "cover_thumb_hash": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ThumbHash"
          },
          {
            "type": "null"
          }
        ],
        "description": "The `thumb_hash` of the cover image; null if it has none, or there is no cover."
      },
      "cover_thumbnail_url": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ApiPath"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cover's thumbnail; null if there is no cover."
      },
      "cover_width": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Pixels"
          },
          {
            "type": "null"
          }
        ],
        "description": "The width of the cover image in pixels; null if there is no cover."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who created it; null if that user was deleted."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "A description; may be empty."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "image_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of its images that the caller may see."
      },
      "images": {
        "description": "Its first 50 images that the caller may see, in album order.",
        "items": {
          "$ref": "#/components/schemas/AlbumImage"
        },
        "maxItems": 200,
        "type": "array"
      },
      "images_next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The `cursor` of listAlbumImages for the rest; null if these are all."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run that created it; null if none."
      },
      "set_template_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set template it was created from; null if none."
      },
      "set_template_version": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Version"
          },
          {
            "type": "null"
          }
        ],
        "description": "The version of the set template; null if none."
      },
      "source": {
        "$ref": "#/components/schemas/AlbumSource",
        "description": "Its origin."
      },
      "template": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/AlbumTemplate"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set template it was created from; null if there is none, or if the caller may not see it or is not signed in."
      },
      "theme": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Line"
          },
          {
            "type": "null"
          }
        ],
        "description": "The theme of the set run; null if none, and hidden (null) from anonymous callers."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it; its images have a visibility of their own."
      }
    },
    "required": [
      "id",
      "name",
      "description",
      "visibility",
      "source",
      "set_template_id",
      "set_template_version",
      "set_run_id",
      "theme",
      "cover_image_id",
      "cover_thumbnail_url",
      "cover_width",
      "cover_height",
      "cover_thumb_hash",
      "image_count",
      "created_by",
      "created_at",
      "updated_at",
      "template",
      "images",
      "images_next_cursor"
    ],
    "title": "AlbumDetail",
    "type": "object",
    "x-extends": "Album"
  },
  "AlbumImage": {
    "additionalProperties": false,
    "description": "An image and its position in an album.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who created it; null if that user was deleted."
      },
      "deleted_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was moved to the trash; null if it is not there."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "SHA-256 of the file."
      },
      "file_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "The path of getImageFile, which serves the file."
      },
      "height": {
        "$ref": "#/components/schemas/Pixels",
        "description": "Height in pixels."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image."
      },
      "job_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The job that generated it; null if none."
      },
      "media_type": {
        "$ref": "#/components/schemas/ImageMediaType",
        "description": "The media type of the file."
      },
      "nsfw": {
        "description": "Whether it is marked as not safe for work (NSFW).",
        "type": "boolean"
      },
      "position": {
        "$ref": "#/components/schemas/Position",
        "description": "Its position; positions rise but may have gaps."
      },
      "prompt": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Prompt"
          },
          {
            "type": "null"
          }
        ],
        "description": "The prompt it was generated from; null if there was none, and hidden (null) from everyone but its owner and editors."
      },
      "rating": {
        "$ref": "#/components/schemas/Rating",
        "description": "The caller's own rating, from 1 to 5; 0 if there is none, and for visitors."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "The size of the file in bytes."
      },
      "source": {
        "$ref": "#/components/schemas/ImageSource",
        "description": "Its origin."
      },
      "starred": {
        "description": "Whether the caller has starred it; false for visitors.",
        "type": "boolean"
      },
      "thumb_hash": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ThumbHash"
          },
          {
            "type": "null"
          }
        ],
        "description": "A ThumbHash of the thumbnail; null until it is computed (for images of older versions), and if the thumbnail is lost."
      },
      "thumbnail_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "The path of getImageThumbnail, which serves a small WebP."
      },
      "title": {
        "$ref": "#/components/schemas/ShortTitle",
        "description": "A short title. Of a generated image without one, it is the first words of its prompt, for those who may read that; else it is empty."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it."
      },
      "width": {
        "$ref": "#/components/schemas/Pixels",
        "description": "Width in pixels."
      }
    },
    "required": [
      "id",
      "title",
      "visibility",
      "nsfw",
      "source",
      "media_type",
      "width",
      "height",
      "size_bytes",
      "digest",
      "prompt",
      "file_url",
      "thumbnail_url",
      "thumb_hash",
      "job_id",
      "created_by",
      "created_at",
      "updated_at",
      "deleted_at",
      "rating",
      "starred",
      "position"
    ],
    "title": "AlbumImage",
    "type": "object",
    "x-extends": "Image"
  },
  "AlbumImagePage": {
    "additionalProperties": false,
    "description": "One page of an album's images, in album order.",
    "properties": {
      "items": {
        "description": "The images.",
        "items": {
          "$ref": "#/components/schemas/AlbumImage"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "AlbumImagePage",
    "type": "object"
  },
  "AlbumImagesAdd": {
    "additionalProperties": false,
    "description": "Images to append to an album.",
    "properties": {
      "image_ids": {
        "description": "The images, in the order in which to add them.",
        "items": {
          "$ref": "#/components/schemas/Id"
        },
        "maxItems": 200,
        "minItems": 1,
        "type": "array",
        "uniqueItems": true
      }
    },
    "required": [
      "image_ids"
    ],
    "title": "AlbumImagesAdd",
    "type": "object"
  },
  "AlbumImagesChange": {
    "additionalProperties": false,
    "description": "The result of adding images.",
    "properties": {
      "added": {
        "$ref": "#/components/schemas/Count",
        "description": "The number added."
      },
      "already_present": {
        "$ref": "#/components/schemas/Count",
        "description": "The number already in the album; they keep their position."
      },
      "image_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of images now in the album that the caller may see."
      }
    },
    "required": [
      "added",
      "already_present",
      "image_count"
    ],
    "title": "AlbumImagesChange",
    "type": "object"
  },
  "AlbumImagesMove": {
    "additionalProperties": false,
    "description": "Images of an album to move as a block.",
    "properties": {
      "before_image_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The image to insert them before, not one of them; null moves them to the end."
      },
      "image_ids": {
        "description": "The images, in their new order.",
        "items": {
          "$ref": "#/components/schemas/Id"
        },
        "maxItems": 200,
        "minItems": 1,
        "type": "array",
        "uniqueItems": true
      }
    },
    "required": [
      "image_ids"
    ],
    "title": "AlbumImagesMove",
    "type": "object"
  },
  "AlbumLabelStats": {
    "additionalProperties": false,
    "description": "Statistics on the labels of an album's images.",
    "properties": {
      "captioned_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number with a caption."
      },
      "coverage": {
        "$ref": "#/components/schemas/Progress",
        "description": "The fraction that has a caption; 0 for an empty album."
      },
      "image_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of images the caller may see."
      },
      "ready": {
        "description": "Whether it is ready for training: at least five images, each with a caption.",
        "type": "boolean"
      },
      "reasons": {
        "description": "Why it is not ready, for people; empty when it is.",
        "items": {
          "$ref": "#/components/schemas/Line"
        },
        "maxItems": 20,
        "type": "array"
      },
      "tagged_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number with a tag."
      },
      "top_labels": {
        "description": "The most frequent labels, most frequent first.",
        "items": {
          "$ref": "#/components/schemas/LabelCount"
        },
        "maxItems": 50,
        "type": "array"
      }
    },
    "required": [
      "image_count",
      "captioned_count",
      "tagged_count",
      "coverage",
      "top_labels",
      "ready",
      "reasons"
    ],
    "title": "AlbumLabelStats",
    "type": "object"
  },
  "AlbumPage": {
    "additionalProperties": false,
    "description": "One page of albums, newest first.",
    "properties": {
      "items": {
        "description": "The albums.",
        "items": {
          "$ref": "#/components/schemas/Album"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "AlbumPage",
    "type": "object"
  },
  "AlbumReference": {
    "additionalProperties": false,
    "description": "An album, by id and name.",
    "properties": {
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      }
    },
    "required": [
      "id",
      "name"
    ],
    "title": "AlbumReference",
    "type": "object"
  },
  "AlbumSource": {
    "description": "The origin of an album: created by hand, by a set run, or by an import.",
    "enum": [
      "manual",
      "set_run",
      "import"
    ],
    "title": "AlbumSource",
    "type": "string"
  },
  "AlbumTemplate": {
    "additionalProperties": false,
    "description": "The set template an album was created from, as it was then.",
    "properties": {
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "set_template_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set template."
      },
      "theme": {
        "$ref": "#/components/schemas/Line",
        "description": "The theme of the run."
      },
      "version": {
        "$ref": "#/components/schemas/Version",
        "description": "The version that was run."
      }
    },
    "required": [
      "set_template_id",
      "name",
      "version",
      "theme"
    ],
    "title": "AlbumTemplate",
    "type": "object"
  },
  "AlbumUpdate": {
    "additionalProperties": false,
    "description": "Changes to an album; absent fields stay unchanged.",
    "minProperties": 1,
    "properties": {
      "cover_image_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "An image of the album to use as its cover; null uses the first."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "A description."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it."
      }
    },
    "title": "AlbumUpdate",
    "type": "object"
  },
  "ApiPath": {
    "description": "A path of this API, relative to the server's origin; never a file system path.",
    "maxLength": 200,
    "pattern": "^/api/v1/[A-Za-z0-9/_.-]{1,190}$",
    "title": "ApiPath",
    "type": "string"
  },
  "ApiToken": {
    "additionalProperties": false,
    "description": "An API token, without its secret.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "expires_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it expires; null if never."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the token, not its secret."
      },
      "last_used_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was last used, accurate to a few minutes; null if never."
      },
      "name": {
        "$ref": "#/components/schemas/TokenName",
        "description": "Its purpose."
      },
      "prefix": {
        "description": "Its first eight characters, to recognise it.",
        "maxLength": 8,
        "pattern": "^pm_[A-Za-z0-9_-]{5}$",
        "type": "string"
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "The token's role; never above its user's."
      },
      "user_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The user whose token it is."
      }
    },
    "required": [
      "id",
      "name",
      "role",
      "prefix",
      "user_id",
      "created_at",
      "last_used_at",
      "expires_at"
    ],
    "title": "ApiToken",
    "type": "object"
  },
  "ApiTokenCreate": {
    "additionalProperties": false,
    "description": "A new API token.",
    "properties": {
      "expires_in_seconds": {
        "anyOf": [
          {
            "maximum": 315360000,
            "minimum": 60,
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The lifetime in seconds; null: it never expires. With a token as the caller: not beyond the expiry of that token."
      },
      "name": {
        "$ref": "#/components/schemas/TokenName",
        "description": "Its purpose."
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "The token's role; not above the caller's."
      }
    },
    "required": [
      "name",
      "role"
    ],
    "title": "ApiTokenCreate",
    "type": "object"
  },
  "ApiTokenCreated": {
    "additionalProperties": false,
    "description": "A new API token; it is shown only once.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "expires_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it expires; null if never."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the token, not its secret."
      },
      "last_used_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was last used, accurate to a few minutes; null if never."
      },
      "name": {
        "$ref": "#/components/schemas/TokenName",
        "description": "Its purpose."
      },
      "prefix": {
        "description": "Its first eight characters, to recognise it.",
        "maxLength": 8,
        "pattern": "^pm_[A-Za-z0-9_-]{5}$",
        "type": "string"
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "The token's role; never above its user's."
      },
      "token": {
        "description": "The token, for `Authorization: Bearer`; only its digest is stored.",
        "maxLength": 46,
        "pattern": "^pm_[A-Za-z0-9_-]{43}$",
        "type": "string"
      },
      "user_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The user whose token it is."
      }
    },
    "required": [
      "id",
      "name",
      "role",
      "prefix",
      "user_id",
      "created_at",
      "last_used_at",
      "expires_at",
      "token"
    ],
    "title": "ApiTokenCreated",
    "type": "object",
    "x-extends": "ApiToken"
  },
  "ApiTokenPage": {
    "additionalProperties": false,
    "description": "One page of the caller's API tokens, newest first.",
    "properties": {
      "items": {
        "description": "The tokens.",
        "items": {
          "$ref": "#/components/schemas/ApiToken"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "ApiTokenPage",
    "type": "object"
  },
  "AuthMethod": {
    "description": "The method of authentication: a session cookie or an API token.",
    "enum": [
      "session",
      "token"
    ],
    "title": "AuthMethod",
    "type": "string"
  },
  "AuthStatus": {
    "additionalProperties": false,
    "description": "The caller and their role.",
    "properties": {
      "authenticated": {
        "description": "Whether anyone is signed in.",
        "type": "boolean"
      },
      "csrf_token": {
        "anyOf": [
          {
            "description": "The token.",
            "maxLength": 128,
            "pattern": "^[A-Za-z0-9_-]{16,128}$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The token to send as `X-CSRF-Token` with each write of this session; null without a session."
      },
      "method": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/AuthMethod"
          },
          {
            "type": "null"
          }
        ],
        "description": "How the caller authenticated; null if nobody is signed in."
      },
      "role": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Role"
          },
          {
            "type": "null"
          }
        ],
        "description": "The effective role: the user's, or that of the API token if it is lower; null if nobody is signed in."
      },
      "user": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/AuthUser"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user; null if nobody is signed in."
      }
    },
    "required": [
      "authenticated",
      "user",
      "role",
      "csrf_token",
      "method"
    ],
    "title": "AuthStatus",
    "type": "object"
  },
  "AuthUser": {
    "additionalProperties": false,
    "description": "The user who is signed in.",
    "properties": {
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The user."
      },
      "name": {
        "$ref": "#/components/schemas/UserName",
        "description": "The user's name."
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "The user's own role."
      }
    },
    "required": [
      "id",
      "name",
      "role"
    ],
    "title": "AuthUser",
    "type": "object"
  },
  "BugReport": {
    "additionalProperties": false,
    "description": "A bug report, redacted.",
    "properties": {
      "actual_behavior": {
        "anyOf": [
          {
            "maxLength": 20000,
            "pattern": "^[^\\u0000]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The actual behaviour."
      },
      "app_state": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/JsonObject"
          },
          {
            "type": "null"
          }
        ],
        "description": "The client's application state."
      },
      "client_meta": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/BugReportClientMeta"
          },
          {
            "type": "null"
          }
        ],
        "description": "The browser, and the page that was open."
      },
      "commit": {
        "anyOf": [
          {
            "maxLength": 100,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The commit that fixes it; null if none is known."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was reported."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who reported it; null if unknown."
      },
      "description": {
        "description": "A description of the fault.",
        "maxLength": 20000,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      "duplicate_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of duplicates of this report."
      },
      "duplicate_of": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The report of the same fault; null if there is none."
      },
      "environment": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/BugReportEnvironment"
          },
          {
            "type": "null"
          }
        ],
        "description": "The build of the client."
      },
      "expected_behavior": {
        "anyOf": [
          {
            "maxLength": 20000,
            "pattern": "^[^\\u0000]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The expected behaviour."
      },
      "fingerprint": {
        "$ref": "#/components/schemas/Digest",
        "description": "Equal for reports of the same fault: a digest of message, top stack frame and route."
      },
      "has_screenshot": {
        "description": "Whether there is a screenshot.",
        "type": "boolean"
      },
      "history": {
        "description": "The newest changes, newest first.",
        "items": {
          "$ref": "#/components/schemas/BugReportChange"
        },
        "maxItems": 200,
        "type": "array"
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The report."
      },
      "job_ids": {
        "description": "The jobs created by the request with this trace id, oldest first.",
        "items": {
          "$ref": "#/components/schemas/Id"
        },
        "maxItems": 100,
        "type": "array"
      },
      "legacy_id": {
        "anyOf": [
          {
            "maxLength": 200,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its id in the system it was imported from; null if it was not imported."
      },
      "network_events": {
        "description": "The client's requests, oldest first.",
        "items": {
          "$ref": "#/components/schemas/BugReportNetworkEvent"
        },
        "maxItems": 500,
        "type": "array"
      },
      "notes": {
        "description": "The reviewers' notes; may be empty.",
        "maxLength": 20000,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      "recent_logs": {
        "description": "The client's log, oldest first.",
        "items": {
          "$ref": "#/components/schemas/BugReportLog"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "redaction_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many secrets were redacted before it was stored."
      },
      "redactions": {
        "description": "What was redacted before storing, counted by kind and place.",
        "items": {
          "$ref": "#/components/schemas/BugReportRedaction"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "screenshot_url": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ApiPath"
          },
          {
            "type": "null"
          }
        ],
        "description": "getBugReportScreenshot; null where there is no screenshot."
      },
      "status": {
        "$ref": "#/components/schemas/BugReportStatus",
        "description": "The status of the work on it."
      },
      "steps_to_reproduce": {
        "description": "Steps to reproduce.",
        "items": {
          "maxLength": 4000,
          "pattern": "^[^\\u0000]*$",
          "type": "string"
        },
        "maxItems": 100,
        "type": "array"
      },
      "trace_id": {
        "$ref": "#/components/schemas/TraceId",
        "description": "The trace id that connects it with jobs and log lines."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      }
    },
    "required": [
      "id",
      "status",
      "description",
      "trace_id",
      "fingerprint",
      "duplicate_of",
      "duplicate_count",
      "commit",
      "has_screenshot",
      "redaction_count",
      "created_by",
      "created_at",
      "updated_at",
      "expected_behavior",
      "actual_behavior",
      "steps_to_reproduce",
      "environment",
      "client_meta",
      "app_state",
      "recent_logs",
      "network_events",
      "screenshot_url",
      "redactions",
      "notes",
      "legacy_id",
      "job_ids",
      "history"
    ],
    "title": "BugReport",
    "type": "object",
    "x-extends": "BugReportSummary"
  },
  "BugReportChange": {
    "additionalProperties": false,
    "description": "One change of a bug report.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who did it; null for the studio itself, its command line, and deleted users."
      },
      "changes": {
        "description": "What was changed.",
        "items": {
          "$ref": "#/components/schemas/BugReportFieldChange"
        },
        "maxItems": 10,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "at",
      "by",
      "changes"
    ],
    "title": "BugReportChange",
    "type": "object"
  },
  "BugReportChangedEvent": {
    "additionalProperties": false,
    "description": "A bug report was changed: its status, notes, commit or original; sent to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "bug_report_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The report."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "bug_report.changed",
        "description": "A bug report was changed: its status, notes, commit or original.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "bug_report_id"
    ],
    "title": "BugReportChangedEvent",
    "type": "object"
  },
  "BugReportClientMeta": {
    "additionalProperties": false,
    "description": "The browser, and the page that was open.",
    "properties": {
      "language": {
        "anyOf": [
          {
            "maxLength": 100,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The language of the browser."
      },
      "location_href": {
        "anyOf": [
          {
            "maxLength": 4000,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The URL that was open."
      },
      "platform": {
        "anyOf": [
          {
            "maxLength": 200,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The operating system."
      },
      "timezone": {
        "anyOf": [
          {
            "maxLength": 100,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The time zone of the browser."
      },
      "user_agent": {
        "anyOf": [
          {
            "maxLength": 1000,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The browser's user agent."
      },
      "viewport": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/BugReportViewport"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The window size."
      }
    },
    "required": [],
    "title": "BugReportClientMeta",
    "type": "object"
  },
  "BugReportCreatedEvent": {
    "additionalProperties": false,
    "description": "A bug report was sent in; sent to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "bug_report_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The report."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "bug_report.created",
        "description": "A bug report was sent in.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "bug_report_id"
    ],
    "title": "BugReportCreatedEvent",
    "type": "object"
  },
  "BugReportCreatedMessage": {
    "additionalProperties": false,
    "description": "Somebody sent in a bug report.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it happened."
      },
      "bug_report_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The report."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the message: the same in every attempt, and the header `webhook-id`."
      },
      "kind": {
        "const": "bug_report.created",
        "description": "Somebody sent in a bug report.",
        "type": "string"
      }
    },
    "required": [
      "kind",
      "id",
      "at",
      "bug_report_id"
    ],
    "title": "BugReportCreatedMessage",
    "type": "object"
  },
  "BugReportDeletedEvent": {
    "additionalProperties": false,
    "description": "A bug report was deleted; sent to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "bug_report_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The report."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "bug_report.deleted",
        "description": "A bug report was deleted.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "bug_report_id"
    ],
    "title": "BugReportDeletedEvent",
    "type": "object"
  },
  "BugReportEnvironment": {
    "additionalProperties": false,
    "description": "The build of the client.",
    "properties": {
      "app_version": {
        "anyOf": [
          {
            "maxLength": 100,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The client's version."
      },
      "built_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "When it was built."
      },
      "commit": {
        "anyOf": [
          {
            "maxLength": 100,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The commit that it was built from."
      },
      "mode": {
        "anyOf": [
          {
            "maxLength": 100,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The build mode: production, development."
      }
    },
    "required": [],
    "title": "BugReportEnvironment",
    "type": "object"
  },
  "BugReportExport": {
    "additionalProperties": false,
    "description": "Everything about a bug report, for export, redacted.",
    "properties": {
      "exported_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When the bundle was created."
      },
      "format": {
        "const": 1,
        "description": "The format version of this bundle.",
        "type": "integer"
      },
      "jobs": {
        "description": "The jobs of `job_ids`.",
        "items": {
          "$ref": "#/components/schemas/BugReportJob"
        },
        "maxItems": 100,
        "type": "array"
      },
      "report": {
        "$ref": "#/components/schemas/BugReport",
        "description": "The report."
      },
      "screenshot": {
        "anyOf": [
          {
            "maxLength": 64000000,
            "pattern": "^data:image/png;base64,[A-Za-z0-9+/]+={0,2}$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The screenshot as a data URL; null if there is none."
      },
      "studio_version": {
        "description": "The version of the studio.",
        "maxLength": 50,
        "pattern": "^[0-9A-Za-z.+_-]+$",
        "type": "string"
      }
    },
    "required": [
      "format",
      "exported_at",
      "studio_version",
      "report",
      "jobs",
      "screenshot"
    ],
    "title": "BugReportExport",
    "type": "object"
  },
  "BugReportFieldChange": {
    "additionalProperties": false,
    "description": "One field of a bug report, before and after.",
    "properties": {
      "after": {
        "anyOf": [
          {
            "maxLength": 20000,
            "pattern": "^[^\\u0000]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The value after; null if there is none."
      },
      "before": {
        "anyOf": [
          {
            "maxLength": 20000,
            "pattern": "^[^\\u0000]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The value before; null if there was none."
      },
      "field": {
        "$ref": "#/components/schemas/Word",
        "description": "What was changed."
      }
    },
    "required": [
      "field",
      "before",
      "after"
    ],
    "title": "BugReportFieldChange",
    "type": "object"
  },
  "BugReportHeaders": {
    "additionalProperties": {
      "maxLength": 8192,
      "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
      "type": "string"
    },
    "description": "Headers by name.",
    "maxProperties": 100,
    "propertyNames": {
      "maxLength": 100,
      "pattern": "^[^\\u0000-\\u001f\\u007f]*$"
    },
    "title": "BugReportHeaders",
    "type": "object"
  },
  "BugReportJob": {
    "additionalProperties": false,
    "description": "A job that belongs to a bug report.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was requested."
      },
      "error_code": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it failed; null if it did not."
      },
      "finished_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it reached its final state; null before that."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "$ref": "#/components/schemas/JobKind",
        "description": "The kind of job."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "Its state."
      }
    },
    "required": [
      "id",
      "kind",
      "state",
      "error_code",
      "created_at",
      "finished_at"
    ],
    "title": "BugReportJob",
    "type": "object"
  },
  "BugReportLog": {
    "additionalProperties": false,
    "description": "A line of the client's log.",
    "properties": {
      "data": {
        "$ref": "#/components/schemas/JsonValue",
        "default": null,
        "description": "Structured data of the log line."
      },
      "level": {
        "default": "info",
        "description": "The severity: error, warn, info …",
        "maxLength": 20,
        "minLength": 1,
        "pattern": "^[A-Za-z]+$",
        "type": "string"
      },
      "message": {
        "description": "The message.",
        "maxLength": 20000,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      "source": {
        "anyOf": [
          {
            "maxLength": 2000,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The location in the code."
      },
      "stack": {
        "anyOf": [
          {
            "maxLength": 20000,
            "pattern": "^[^\\u0000]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The stack trace, one frame per line."
      },
      "timestamp": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The time."
      }
    },
    "required": [
      "message"
    ],
    "title": "BugReportLog",
    "type": "object"
  },
  "BugReportNetworkEvent": {
    "additionalProperties": false,
    "description": "A request of the client, and its response.",
    "properties": {
      "duration_ms": {
        "anyOf": [
          {
            "maximum": 9007199254740991,
            "minimum": 0,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The duration in milliseconds."
      },
      "error": {
        "anyOf": [
          {
            "maxLength": 4000,
            "pattern": "^[^\\u0000]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "Why there was no response."
      },
      "method": {
        "description": "The HTTP method.",
        "maxLength": 20,
        "minLength": 1,
        "pattern": "^[A-Za-z]+$",
        "type": "string"
      },
      "request_body": {
        "$ref": "#/components/schemas/JsonValue",
        "default": null,
        "description": "The request body: text as sent, or JSON."
      },
      "request_headers": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/BugReportHeaders"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The request headers."
      },
      "response_body": {
        "$ref": "#/components/schemas/JsonValue",
        "default": null,
        "description": "The response body: text as received, or JSON."
      },
      "response_headers": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/BugReportHeaders"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The response headers."
      },
      "started_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "When it was sent."
      },
      "status": {
        "anyOf": [
          {
            "maximum": 999,
            "minimum": 0,
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The status of the response; null or 0 if there was none."
      },
      "trace_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TraceId"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The `X-Trace-Id` of the response."
      },
      "url": {
        "description": "The URL.",
        "maxLength": 8192,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      }
    },
    "required": [
      "method",
      "url"
    ],
    "title": "BugReportNetworkEvent",
    "type": "object"
  },
  "BugReportPage": {
    "additionalProperties": false,
    "description": "A page of bug reports.",
    "properties": {
      "items": {
        "description": "The reports, newest first.",
        "items": {
          "$ref": "#/components/schemas/BugReportSummary"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "BugReportPage",
    "type": "object"
  },
  "BugReportPurge": {
    "additionalProperties": false,
    "description": "The result of a purge or its dry run.",
    "properties": {
      "before": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "Reports from before this time are deleted; null if reports are kept forever."
      },
      "dry_run": {
        "description": "Whether it was a dry run, which deletes nothing.",
        "type": "boolean"
      },
      "items": {
        "description": "What was or would be deleted, oldest first; at most 1000.",
        "items": {
          "$ref": "#/components/schemas/PurgedBugReport"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "kept_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number kept."
      },
      "older_than_days": {
        "anyOf": [
          {
            "maximum": 36500,
            "minimum": 0,
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "description": "The age limit in days; null if reports are kept forever and nothing was deleted."
      },
      "purged_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number that were or would be deleted."
      }
    },
    "required": [
      "dry_run",
      "older_than_days",
      "before",
      "purged_count",
      "kept_count",
      "items"
    ],
    "title": "BugReportPurge",
    "type": "object"
  },
  "BugReportPurgeRequest": {
    "additionalProperties": false,
    "description": "Which bug reports to delete.",
    "properties": {
      "dry_run": {
        "default": false,
        "description": "Only report what would be deleted.",
        "type": "boolean"
      },
      "older_than_days": {
        "anyOf": [
          {
            "maximum": 36500,
            "minimum": 0,
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The age limit in days, 0 for all reports; null for the configured retention."
      }
    },
    "title": "BugReportPurgeRequest",
    "type": "object"
  },
  "BugReportReceipt": {
    "additionalProperties": false,
    "description": "The receipt of a stored report.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was stored."
      },
      "duplicate_of": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The existing report of the same fault; null if there is none."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The report."
      },
      "redaction_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many secrets were redacted in all."
      },
      "redactions": {
        "description": "What was redacted before storing, counted by kind and place.",
        "items": {
          "$ref": "#/components/schemas/BugReportRedaction"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "trace_id": {
        "$ref": "#/components/schemas/TraceId",
        "description": "The trace id that connects it with jobs and log lines."
      }
    },
    "required": [
      "id",
      "trace_id",
      "duplicate_of",
      "redactions",
      "redaction_count",
      "created_at"
    ],
    "title": "BugReportReceipt",
    "type": "object"
  },
  "BugReportRedaction": {
    "additionalProperties": false,
    "description": "How many secrets of one kind were redacted in one place.",
    "properties": {
      "count": {
        "description": "The number of times.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      },
      "kind": {
        "$ref": "#/components/schemas/Word",
        "description": "The kind of secret: password, jwt, credit_card …"
      },
      "place": {
        "description": "Where in the submission it was found.",
        "maxLength": 100,
        "minLength": 1,
        "pattern": "^[a-z0-9_.]+$",
        "type": "string"
      }
    },
    "required": [
      "kind",
      "place",
      "count"
    ],
    "title": "BugReportRedaction",
    "type": "object"
  },
  "BugReportStatus": {
    "description": "The status of a bug report.",
    "enum": [
      "open",
      "in_progress",
      "resolved",
      "dismissed"
    ],
    "title": "BugReportStatus",
    "type": "string"
  },
  "BugReportSubmission": {
    "additionalProperties": false,
    "description": "A bug report, as submitted by a person and their browser. Secrets are redacted before anything is stored.",
    "properties": {
      "actual_behavior": {
        "anyOf": [
          {
            "maxLength": 20000,
            "pattern": "^[^\\u0000]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The actual behaviour."
      },
      "app_state": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/JsonObject"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The client's application state."
      },
      "client_meta": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/BugReportClientMeta"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The browser, and the page that was open."
      },
      "description": {
        "description": "A description of the fault.",
        "maxLength": 20000,
        "minLength": 1,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      "environment": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/BugReportEnvironment"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The build of the client."
      },
      "expected_behavior": {
        "anyOf": [
          {
            "maxLength": 20000,
            "pattern": "^[^\\u0000]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The expected behaviour."
      },
      "network_events": {
        "anyOf": [
          {
            "items": {
              "$ref": "#/components/schemas/BugReportNetworkEvent"
            },
            "maxItems": 500,
            "type": "array"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The newest requests, oldest first."
      },
      "recent_logs": {
        "anyOf": [
          {
            "items": {
              "$ref": "#/components/schemas/BugReportLog"
            },
            "maxItems": 1000,
            "type": "array"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The newest lines of the client's log, oldest first."
      },
      "screenshot": {
        "anyOf": [
          {
            "maxLength": 8000000,
            "pattern": "^data:image/png;base64,[A-Za-z0-9+/]+={0,2}$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "A PNG as a data URL."
      },
      "steps_to_reproduce": {
        "anyOf": [
          {
            "items": {
              "maxLength": 4000,
              "pattern": "^[^\\u0000]*$",
              "type": "string"
            },
            "maxItems": 100,
            "type": "array"
          },
          {
            "maxLength": 20000,
            "pattern": "^[^\\u0000]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "Steps to reproduce: a list, or a text with one step per line."
      },
      "trace_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TraceId"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The trace id of the request that failed; null for that of this request."
      }
    },
    "required": [
      "description"
    ],
    "title": "BugReportSubmission",
    "type": "object"
  },
  "BugReportSummary": {
    "additionalProperties": false,
    "description": "A bug report in a list.",
    "properties": {
      "commit": {
        "anyOf": [
          {
            "maxLength": 100,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The commit that fixes it; null if none is known."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was reported."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who reported it; null if unknown."
      },
      "description": {
        "description": "A description of the fault.",
        "maxLength": 20000,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      "duplicate_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of duplicates of this report."
      },
      "duplicate_of": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The report of the same fault; null if there is none."
      },
      "fingerprint": {
        "$ref": "#/components/schemas/Digest",
        "description": "Equal for reports of the same fault: a digest of message, top stack frame and route."
      },
      "has_screenshot": {
        "description": "Whether there is a screenshot.",
        "type": "boolean"
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The report."
      },
      "redaction_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many secrets were redacted before it was stored."
      },
      "status": {
        "$ref": "#/components/schemas/BugReportStatus",
        "description": "The status of the work on it."
      },
      "trace_id": {
        "$ref": "#/components/schemas/TraceId",
        "description": "The trace id that connects it with jobs and log lines."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      }
    },
    "required": [
      "id",
      "status",
      "description",
      "trace_id",
      "fingerprint",
      "duplicate_of",
      "duplicate_count",
      "commit",
      "has_screenshot",
      "redaction_count",
      "created_by",
      "created_at",
      "updated_at"
    ],
    "title": "BugReportSummary",
    "type": "object"
  },
  "BugReportUpdate": {
    "additionalProperties": false,
    "description": "Changes to a bug report.",
    "minProperties": 1,
    "properties": {
      "commit": {
        "anyOf": [
          {
            "maxLength": 100,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The commit that fixes it; null for none."
      },
      "duplicate_of": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The report of the same fault; null for none."
      },
      "notes": {
        "description": "The reviewers' notes, replacing the previous ones.",
        "maxLength": 20000,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      "status": {
        "$ref": "#/components/schemas/BugReportStatus",
        "description": "The status of the work on it."
      }
    },
    "title": "BugReportUpdate",
    "type": "object"
  },
  "BugReportViewport": {
    "additionalProperties": false,
    "description": "The window size in CSS pixels.",
    "properties": {
      "device_pixel_ratio": {
        "anyOf": [
          {
            "maximum": 100,
            "minimum": 0,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "Device pixels per CSS pixel."
      },
      "height": {
        "description": "The height.",
        "maximum": 100000,
        "minimum": 0,
        "type": "number"
      },
      "width": {
        "description": "The width.",
        "maximum": 100000,
        "minimum": 0,
        "type": "number"
      }
    },
    "required": [
      "width",
      "height"
    ],
    "title": "BugReportViewport",
    "type": "object"
  },
  "BugReportsPurgedEvent": {
    "additionalProperties": false,
    "description": "Old bug reports were deleted; sent to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number deleted."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "bug_reports.purged",
        "description": "Old bug reports were deleted.",
        "type": "string"
      },
      "older_than_days": {
        "description": "The age limit in days.",
        "maximum": 36500,
        "minimum": 0,
        "type": "integer"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "count",
      "older_than_days"
    ],
    "title": "BugReportsPurgedEvent",
    "type": "object"
  },
  "CaptionImageCount": {
    "description": "A number of images.",
    "maximum": 5000,
    "minimum": 0,
    "title": "CaptionImageCount",
    "type": "integer"
  },
  "CaptionRequest": {
    "additionalProperties": false,
    "description": "Caption images: those listed, or all of an album; exactly one of the two is required (422 `images_or_album`). The engine's captions are labels with the source `engine`; labels added by hand are never changed.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "An album: its images at the time of the request, in album order; at most 5000."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine, as named by getServer; default: the first that captions images. The job shows which one."
      },
      "image_ids": {
        "description": "The images, in the order in which they are described.",
        "items": {
          "$ref": "#/components/schemas/Id"
        },
        "maxItems": 200,
        "minItems": 1,
        "type": "array",
        "uniqueItems": true
      },
      "kind": {
        "const": "caption",
        "description": "Captions images.",
        "type": "string"
      },
      "only_missing": {
        "default": true,
        "description": "Whether to skip images that have any caption. If false, what the same engine wrote about an image before is replaced.",
        "type": "boolean"
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "default": 0,
        "description": "Priority: the higher number goes first."
      },
      "tags": {
        "default": false,
        "description": "Whether to write tags, too.",
        "type": "boolean"
      }
    },
    "required": [
      "kind"
    ],
    "title": "CaptionRequest",
    "type": "object"
  },
  "CellSize": {
    "description": "The longer side of a picture of a contact sheet, in pixels.",
    "maximum": 320,
    "minimum": 64,
    "title": "CellSize",
    "type": "integer"
  },
  "ColumnName": {
    "description": "The name of a column, used as `{name}` in a prompt template.",
    "maxLength": 40,
    "minLength": 1,
    "pattern": "^[a-z][a-z0-9_]{0,39}$",
    "title": "ColumnName",
    "type": "string"
  },
  "Count": {
    "description": "The number.",
    "maximum": 9007199254740991,
    "minimum": 0,
    "title": "Count",
    "type": "integer"
  },
  "Cursor": {
    "description": "An opaque cursor of a page. Only a `next_cursor` of the same list with the same filters is valid.",
    "maxLength": 22,
    "pattern": "^[A-Za-z0-9_-]{21}[AQgw]$",
    "title": "Cursor",
    "type": "string"
  },
  "Digest": {
    "description": "SHA-256 of the bytes, in lower-case hexadecimal.",
    "maxLength": 64,
    "pattern": "^[0-9a-f]{64}$",
    "title": "Digest",
    "type": "string"
  },
  "EngineAxis": {
    "additionalProperties": false,
    "description": "One engine after the other, each with its own model unless the run names one.",
    "properties": {
      "kind": {
        "const": "engine",
        "description": "What the axis changes.",
        "type": "string"
      },
      "values": {
        "description": "The engines, as named by getServer, in order.",
        "items": {
          "$ref": "#/components/schemas/Word"
        },
        "maxItems": 50,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "kind",
      "values"
    ],
    "title": "EngineAxis",
    "type": "object"
  },
  "EngineCapabilities": {
    "additionalProperties": false,
    "description": "An engine's capabilities; a job that exceeds them is rejected.",
    "properties": {
      "adapter_formats": {
        "description": "The formats of adapters that it loads.",
        "items": {
          "$ref": "#/components/schemas/Word"
        },
        "maxItems": 20,
        "type": "array"
      },
      "deterministic": {
        "description": "Whether the same seed generates the same image.",
        "type": "boolean"
      },
      "guidance_scale": {
        "description": "Whether it uses the guidance scale.",
        "type": "boolean"
      },
      "kinds": {
        "description": "The kinds of job that it takes.",
        "items": {
          "$ref": "#/components/schemas/JobKind"
        },
        "maxItems": 10,
        "type": "array"
      },
      "max_side": {
        "$ref": "#/components/schemas/Pixels",
        "description": "The maximum width and height."
      },
      "max_steps": {
        "description": "The maximum number of steps.",
        "maximum": 10000,
        "minimum": 1,
        "type": "integer"
      },
      "min_side": {
        "$ref": "#/components/schemas/Pixels",
        "description": "The minimum width and height."
      },
      "negative_prompt": {
        "description": "Whether it uses a negative prompt.",
        "type": "boolean"
      },
      "previews": {
        "description": "Whether it shows previews while generating.",
        "type": "boolean"
      },
      "seed": {
        "description": "Whether it uses the seed; if not, seeds are accepted without effect.",
        "type": "boolean"
      },
      "side_multiple": {
        "description": "Width and height must be multiples of this.",
        "maximum": 1024,
        "minimum": 1,
        "type": "integer"
      },
      "steps": {
        "description": "Whether it uses the number of steps; if not, only the default is accepted.",
        "type": "boolean"
      },
      "trains": {
        "description": "Whether it can train on an album.",
        "type": "boolean"
      }
    },
    "required": [
      "kinds",
      "trains",
      "previews",
      "deterministic",
      "negative_prompt",
      "guidance_scale",
      "steps",
      "seed",
      "adapter_formats",
      "min_side",
      "max_side",
      "side_multiple",
      "max_steps"
    ],
    "title": "EngineCapabilities",
    "type": "object"
  },
  "EngineInfo": {
    "additionalProperties": false,
    "description": "An engine of this studio.",
    "properties": {
      "capabilities": {
        "$ref": "#/components/schemas/EngineCapabilities",
        "description": "Its capabilities."
      },
      "hint": {
        "anyOf": [
          {
            "description": "What to install or fix.",
            "maxLength": 500,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "What to install or fix if it is not ok; null otherwise."
      },
      "name": {
        "$ref": "#/components/schemas/Word",
        "description": "Its name, as in a job's `engine`."
      },
      "ok": {
        "description": "Whether it can work now.",
        "type": "boolean"
      },
      "training_parameters": {
        "description": "Its training parameters; empty if it does not train.",
        "items": {
          "$ref": "#/components/schemas/TrainingParameter"
        },
        "maxItems": 100,
        "type": "array"
      },
      "version": {
        "description": "Its version.",
        "maxLength": 50,
        "pattern": "^[0-9A-Za-z.+_-]+$",
        "type": "string"
      }
    },
    "required": [
      "name",
      "version",
      "ok",
      "hint",
      "capabilities",
      "training_parameters"
    ],
    "title": "EngineInfo",
    "type": "object"
  },
  "EngineModel": {
    "additionalProperties": false,
    "description": "A checkpoint that an engine can generate with.",
    "properties": {
      "base": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Line"
          },
          {
            "type": "null"
          }
        ],
        "description": "The family of models that it belongs to, such as `Stable Diffusion 1`; null if that is not known."
      },
      "digest": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Digest"
          },
          {
            "type": "null"
          }
        ],
        "description": "The SHA-256 of its file, or of the list of its files; null until it was read once, by `platemark models scan` or for an image."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine, as named by getServer."
      },
      "is_default": {
        "description": "Whether the engine uses it for requests that name no model.",
        "type": "boolean"
      },
      "name": {
        "$ref": "#/components/schemas/ModelName",
        "description": "The name by which requests name it, without a digest."
      },
      "size_bytes": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Count"
          },
          {
            "type": "null"
          }
        ],
        "description": "The size of its weights; null if that is not known."
      }
    },
    "required": [
      "engine",
      "name",
      "digest",
      "base",
      "size_bytes",
      "is_default"
    ],
    "title": "EngineModel",
    "type": "object"
  },
  "EngineModelPage": {
    "additionalProperties": false,
    "description": "A page of the checkpoints that engines can generate with.",
    "properties": {
      "items": {
        "description": "The models, in the order of the engines, by name.",
        "items": {
          "$ref": "#/components/schemas/EngineModel"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "EngineModelPage",
    "type": "object"
  },
  "Estimate": {
    "additionalProperties": false,
    "description": "An estimate of the duration, based on the studio's past jobs of the same kind and size.",
    "properties": {
      "basis_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of finished jobs behind the estimate."
      },
      "p50_seconds": {
        "description": "The median, in seconds.",
        "maximum": 31536000,
        "minimum": 0,
        "type": "number"
      },
      "p90_seconds": {
        "description": "The 90th percentile, in seconds.",
        "maximum": 31536000,
        "minimum": 0,
        "type": "number"
      }
    },
    "required": [
      "p50_seconds",
      "p90_seconds",
      "basis_count"
    ],
    "title": "Estimate",
    "type": "object"
  },
  "EventId": {
    "description": "The id of an event as sent in the stream.",
    "maxLength": 16,
    "pattern": "^(?:0|[1-9][0-9]{0,14})$",
    "title": "EventId",
    "type": "string"
  },
  "EventMessage": {
    "additionalProperties": false,
    "description": "One message of the stream with its fields; comments in between keep the connection alive.",
    "properties": {
      "data": {
        "contentMediaType": "application/json",
        "contentSchema": {
          "$ref": "#/components/schemas/StudioEvent"
        },
        "description": "A StudioEvent as JSON, on one line.",
        "maxLength": 2000,
        "pattern": "^\\{.*\\}$",
        "type": "string"
      },
      "event": {
        "description": "The event's `kind`.",
        "maxLength": 40,
        "pattern": "^[a-z_]+(?:[.][a-z_]+)?$",
        "type": "string"
      },
      "id": {
        "$ref": "#/components/schemas/EventId",
        "description": "The id to resume from, sent as `Last-Event-ID`."
      }
    },
    "required": [
      "id",
      "event",
      "data"
    ],
    "title": "EventMessage",
    "type": "object"
  },
  "EventNumber": {
    "description": "The event's position in the order of all events; numbers rise and may have gaps.",
    "maximum": 9007199254740991,
    "minimum": 0,
    "title": "EventNumber",
    "type": "integer"
  },
  "ExportEmbed": {
    "description": "What is written into the pictures of an exported album: `a1111`: what they were made with, as the text of AUTOMATIC1111, in PNG as `parameters`, in JPEG and WebP as EXIF's UserComment.",
    "enum": [
      "a1111"
    ],
    "title": "ExportEmbed",
    "type": "string"
  },
  "GapEvent": {
    "additionalProperties": false,
    "description": "The events after the requested id are no longer kept, or that id never existed: reload what you show. The stream continues from here.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "gap",
        "description": "Events were missed.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at"
    ],
    "title": "GapEvent",
    "type": "object"
  },
  "GenerateRequest": {
    "additionalProperties": false,
    "description": "Generate images from a prompt.",
    "properties": {
      "adapters": {
        "description": "Adapters to generate with, each once; an unknown one is rejected (422 `unknown_adapter`), as is one the engine cannot use. Default: the studio's, if they are for the same engine.",
        "items": {
          "$ref": "#/components/schemas/AdapterUse"
        },
        "maxItems": 8,
        "type": "array"
      },
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album to append the images to."
      },
      "count": {
        "default": 1,
        "description": "The number of images to generate; their seeds count up from the first.",
        "maximum": 16,
        "minimum": 1,
        "type": "integer"
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine, as named by getServer. Default: the studio's (getSettings)."
      },
      "guidance_scale": {
        "$ref": "#/components/schemas/GuidanceScale",
        "default": 7.5,
        "description": "How closely to follow the prompt."
      },
      "height": {
        "$ref": "#/components/schemas/Side",
        "default": 512,
        "description": "Height in pixels."
      },
      "kind": {
        "const": "generate",
        "description": "Generates images.",
        "type": "string"
      },
      "model": {
        "$ref": "#/components/schemas/ModelName",
        "description": "The model, as named by listModels; one that the engine lacks is rejected (422 `unknown_model`). Default: the studio's, if it is for the same engine, or the engine's own."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "default": "",
        "description": "The negative prompt; engines that do not support it reject it."
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "default": 0,
        "description": "Priority: the higher number goes first."
      },
      "prompt": {
        "description": "The prompt.",
        "maxLength": 2000,
        "minLength": 1,
        "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
        "type": "string"
      },
      "seed": {
        "$ref": "#/components/schemas/Seed",
        "description": "The seed; generated if absent, and shown in the job."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "default": 20,
        "description": "The number of steps."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "default": "private",
        "description": "Who may see the images."
      },
      "width": {
        "$ref": "#/components/schemas/Side",
        "default": 512,
        "description": "Width in pixels."
      }
    },
    "required": [
      "kind",
      "prompt"
    ],
    "title": "GenerateRequest",
    "type": "object"
  },
  "Grid": {
    "additionalProperties": false,
    "description": "A grid: a picture for each combination of the values of its axes, of which there are at most 1000.",
    "properties": {
      "axes": {
        "description": "The axes. On a contact sheet the first runs across and the second down; further ones repeat that.",
        "items": {
          "$ref": "#/components/schemas/GridAxis"
        },
        "maxItems": 4,
        "minItems": 2,
        "type": "array"
      },
      "row": {
        "$ref": "#/components/schemas/RowPosition",
        "default": 0,
        "description": "The row of the set template that is drawn, unless an axis says which."
      }
    },
    "required": [
      "axes"
    ],
    "title": "Grid",
    "type": "object"
  },
  "GridAxis": {
    "description": "What a grid changes along one axis, and to which values; `kind` selects the schema.",
    "discriminator": {
      "mapping": {
        "adapter": "#/components/schemas/AdapterAxis",
        "adapter_weight": "#/components/schemas/AdapterWeightAxis",
        "engine": "#/components/schemas/EngineAxis",
        "guidance_scale": "#/components/schemas/GuidanceScaleAxis",
        "model": "#/components/schemas/ModelAxis",
        "replacement": "#/components/schemas/ReplacementAxis",
        "row": "#/components/schemas/RowAxis",
        "seed": "#/components/schemas/SeedAxis",
        "steps": "#/components/schemas/StepsAxis",
        "word": "#/components/schemas/WordAxis"
      },
      "propertyName": "kind"
    },
    "oneOf": [
      {
        "$ref": "#/components/schemas/WordAxis"
      },
      {
        "$ref": "#/components/schemas/ReplacementAxis"
      },
      {
        "$ref": "#/components/schemas/AdapterAxis"
      },
      {
        "$ref": "#/components/schemas/AdapterWeightAxis"
      },
      {
        "$ref": "#/components/schemas/EngineAxis"
      },
      {
        "$ref": "#/components/schemas/ModelAxis"
      },
      {
        "$ref": "#/components/schemas/StepsAxis"
      },
      {
        "$ref": "#/components/schemas/GuidanceScaleAxis"
      },
      {
        "$ref": "#/components/schemas/SeedAxis"
      },
      {
        "$ref": "#/components/schemas/RowAxis"
      }
    ],
    "title": "GridAxis"
  },
  "GridCell": {
    "additionalProperties": false,
    "description": "A cell of a grid.",
    "properties": {
      "coordinates": {
        "description": "The position of its value on each axis.",
        "items": {
          "maximum": 49,
          "minimum": 0,
          "type": "integer"
        },
        "maxItems": 4,
        "minItems": 2,
        "type": "array"
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "The digest of what its picture is drawn from: the same picture in any grid has the same."
      },
      "reused": {
        "description": "Whether its picture was there before, in another grid of the same user; then `job_id` is the job that drew it.",
        "type": "boolean"
      }
    },
    "required": [
      "coordinates",
      "digest",
      "reused"
    ],
    "title": "GridCell",
    "type": "object"
  },
  "GuidanceScale": {
    "description": "How closely an engine follows the prompt; 0 ignores it.",
    "maximum": 30,
    "minimum": 0,
    "title": "GuidanceScale",
    "type": "number"
  },
  "GuidanceScaleAxis": {
    "additionalProperties": false,
    "description": "Other guidance scales.",
    "properties": {
      "kind": {
        "const": "guidance_scale",
        "description": "What the axis changes.",
        "type": "string"
      },
      "values": {
        "description": "The scales, in order.",
        "items": {
          "$ref": "#/components/schemas/GuidanceScale"
        },
        "maxItems": 50,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "kind",
      "values"
    ],
    "title": "GuidanceScaleAxis",
    "type": "object"
  },
  "Health": {
    "additionalProperties": false,
    "description": "The health of the studio, part by part.",
    "properties": {
      "database": {
        "$ref": "#/components/schemas/HealthCheck",
        "description": "The database is readable and writable."
      },
      "queue": {
        "$ref": "#/components/schemas/HealthCheck",
        "description": "Jobs are claimed in time; a paused queue is healthy."
      },
      "status": {
        "$ref": "#/components/schemas/HealthStatus",
        "description": "The overall status."
      },
      "storage": {
        "$ref": "#/components/schemas/HealthCheck",
        "description": "The storage is readable and writable."
      },
      "workers": {
        "$ref": "#/components/schemas/HealthCheck",
        "description": "At least one worker sends heartbeats."
      }
    },
    "required": [
      "status",
      "database",
      "storage",
      "queue",
      "workers"
    ],
    "title": "Health",
    "type": "object"
  },
  "HealthCheck": {
    "additionalProperties": false,
    "description": "The health of one part of the studio.",
    "properties": {
      "detail": {
        "anyOf": [
          {
            "description": "The problem, for people; contains no host, path or secret.",
            "maxLength": 300,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The problem, for people, without any host, path or secret; null if it works."
      },
      "ok": {
        "description": "Whether it works.",
        "type": "boolean"
      }
    },
    "required": [
      "ok",
      "detail"
    ],
    "title": "HealthCheck",
    "type": "object"
  },
  "HealthStatus": {
    "description": "`ok`: everything works; `degraded`: it responds, but queue or workers need attention; `down`: not ready.",
    "enum": [
      "ok",
      "degraded",
      "down"
    ],
    "title": "HealthStatus",
    "type": "string"
  },
  "Id": {
    "description": "An id: a UUID version 7, generated by the server in the order of time.",
    "format": "uuid",
    "maxLength": 36,
    "title": "Id",
    "type": "string"
  },
  "Image": {
    "additionalProperties": false,
    "description": "An image's metadata, without the file.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who created it; null if that user was deleted."
      },
      "deleted_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was moved to the trash; null if it is not there."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "SHA-256 of the file."
      },
      "file_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "The path of getImageFile, which serves the file."
      },
      "height": {
        "$ref": "#/components/schemas/Pixels",
        "description": "Height in pixels."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image."
      },
      "job_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The job that generated it; null if none."
      },
      "media_type": {
        "$ref": "#/components/schemas/ImageMediaType",
        "description": "The media type of the file."
      },
      "nsfw": {
        "description": "Whether it is marked as not safe for work (NSFW).",
        "type": "boolean"
      },
      "prompt": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Prompt"
          },
          {
            "type": "null"
          }
        ],
        "description": "The prompt it was generated from; null if there was none, and hidden (null) from everyone but its owner and editors."
      },
      "rating": {
        "$ref": "#/components/schemas/Rating",
        "description": "The caller's own rating, from 1 to 5; 0 if there is none, and for visitors."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "The size of the file in bytes."
      },
      "source": {
        "$ref": "#/components/schemas/ImageSource",
        "description": "Its origin."
      },
      "starred": {
        "description": "Whether the caller has starred it; false for visitors.",
        "type": "boolean"
      },
      "thumb_hash": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ThumbHash"
          },
          {
            "type": "null"
          }
        ],
        "description": "A ThumbHash of the thumbnail; null until it is computed (for images of older versions), and if the thumbnail is lost."
      },
      "thumbnail_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "The path of getImageThumbnail, which serves a small WebP."
      },
      "title": {
        "$ref": "#/components/schemas/ShortTitle",
        "description": "A short title. Of a generated image without one, it is the first words of its prompt, for those who may read that; else it is empty."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it."
      },
      "width": {
        "$ref": "#/components/schemas/Pixels",
        "description": "Width in pixels."
      }
    },
    "required": [
      "id",
      "title",
      "visibility",
      "nsfw",
      "source",
      "media_type",
      "width",
      "height",
      "size_bytes",
      "digest",
      "prompt",
      "file_url",
      "thumbnail_url",
      "thumb_hash",
      "job_id",
      "created_by",
      "created_at",
      "updated_at",
      "deleted_at",
      "rating",
      "starred"
    ],
    "title": "Image",
    "type": "object"
  },
  "ImageAddedEvent": {
    "additionalProperties": false,
    "description": "An image was created or restored from the trash.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "image_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image."
      },
      "job_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The job that generated it."
      },
      "kind": {
        "const": "image.added",
        "description": "An image was created.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "image_id",
      "job_id"
    ],
    "title": "ImageAddedEvent",
    "type": "object"
  },
  "ImageBulkChanges": {
    "additionalProperties": false,
    "description": "Changes to many images; absent fields stay unchanged.",
    "minProperties": 1,
    "properties": {
      "add_labels": {
        "description": "Labels to add, as if written by hand; an image that has one already keeps it.",
        "items": {
          "$ref": "#/components/schemas/LabelContent"
        },
        "maxItems": 5,
        "minItems": 1,
        "type": "array"
      },
      "add_to_album": {
        "$ref": "#/components/schemas/Id",
        "description": "The album to append them to, in the order of `ids`, or as listImages lists them."
      },
      "nsfw": {
        "description": "Whether they are marked as not safe for work (NSFW).",
        "type": "boolean"
      },
      "rating": {
        "$ref": "#/components/schemas/Rating",
        "description": "The caller's own rating; 0 takes it back."
      },
      "remove_from_album": {
        "$ref": "#/components/schemas/Id",
        "description": "The album to remove them from; this comes before `add_to_album`."
      },
      "remove_labels": {
        "description": "Labels to delete, whoever wrote them; this comes before `add_labels`.",
        "items": {
          "$ref": "#/components/schemas/LabelContent"
        },
        "maxItems": 5,
        "minItems": 1,
        "type": "array"
      },
      "starred": {
        "description": "Whether the caller has starred them.",
        "type": "boolean"
      },
      "trashed": {
        "description": "Whether they are in the trash: true moves them there, false restores them. For their owner and admins.",
        "type": "boolean"
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see them. For their owner and admins."
      }
    },
    "title": "ImageBulkChanges",
    "type": "object"
  },
  "ImageBulkFilter": {
    "additionalProperties": false,
    "description": "Which images to change: those that listImages lists with the same filters; all that are given must match.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "Only images that were made with this adapter."
      },
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "Only images of this album."
      },
      "created_after": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "Only images that were created at this time or later."
      },
      "created_before": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "Only images that were created before this time."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "Only images that this engine made."
      },
      "label": {
        "description": "Only images with a label with exactly this text; case is ignored.",
        "maxLength": 200,
        "minLength": 1,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "model": {
        "$ref": "#/components/schemas/ModelText",
        "description": "Only images that were made with this model: its name, or its name and digest; case counts."
      },
      "nsfw": {
        "description": "Only images that are, or are not, marked as not safe for work.",
        "type": "boolean"
      },
      "orientation": {
        "$ref": "#/components/schemas/ImageOrientation",
        "description": "Only images that are upright, lying or square."
      },
      "q": {
        "description": "Only images with this text in the title, a label or a prompt; case is ignored.",
        "maxLength": 200,
        "minLength": 1,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "rating_min": {
        "description": "Only images that the caller has rated so or better.",
        "maximum": 5,
        "minimum": 1,
        "type": "integer"
      },
      "seed": {
        "$ref": "#/components/schemas/Seed",
        "description": "Only images that were made with this seed."
      },
      "side_min": {
        "$ref": "#/components/schemas/SideMin",
        "description": "Only images at least so many pixels wide and at least so many high."
      },
      "source": {
        "default": [],
        "description": "Only images of one of these sources.",
        "items": {
          "$ref": "#/components/schemas/ImageSource"
        },
        "maxItems": 3,
        "type": "array"
      },
      "starred": {
        "default": false,
        "description": "Only images that the caller has starred.",
        "type": "boolean"
      },
      "trashed": {
        "default": false,
        "description": "Only images in the trash, instead of those that are not; callers change their own.",
        "type": "boolean"
      },
      "visibility": {
        "default": [],
        "description": "Only images with one of these visibilities.",
        "items": {
          "$ref": "#/components/schemas/Visibility"
        },
        "maxItems": 3,
        "type": "array"
      }
    },
    "title": "ImageBulkFilter",
    "type": "object"
  },
  "ImageBulkResult": {
    "additionalProperties": false,
    "description": "The result of changing many images or its dry run.",
    "properties": {
      "changed_count": {
        "description": "The number of images that were or would be changed.",
        "maximum": 1000,
        "minimum": 0,
        "type": "integer"
      },
      "dry_run": {
        "description": "Whether it was a dry run, which changes nothing.",
        "type": "boolean"
      },
      "unchanged_count": {
        "description": "The number of images that were so already, in all that was asked for.",
        "maximum": 1000,
        "minimum": 0,
        "type": "integer"
      }
    },
    "required": [
      "dry_run",
      "changed_count",
      "unchanged_count"
    ],
    "title": "ImageBulkResult",
    "type": "object"
  },
  "ImageBulkUpdate": {
    "additionalProperties": false,
    "description": "Which images to change, and how. Either `ids` or `filter` is required (422 `ids_or_filter`).",
    "properties": {
      "changes": {
        "$ref": "#/components/schemas/ImageBulkChanges",
        "description": "What to change of each."
      },
      "dry_run": {
        "default": false,
        "description": "Only report what would be changed.",
        "type": "boolean"
      },
      "filter": {
        "$ref": "#/components/schemas/ImageBulkFilter",
        "description": "All images that match, at most 1000."
      },
      "ids": {
        "description": "The images.",
        "items": {
          "$ref": "#/components/schemas/Id"
        },
        "maxItems": 1000,
        "minItems": 1,
        "type": "array",
        "uniqueItems": true
      }
    },
    "required": [
      "changes"
    ],
    "title": "ImageBulkUpdate",
    "type": "object"
  },
  "ImageBytes": {
    "contentMediaType": "application/octet-stream",
    "description": "The bytes of a picture.",
    "format": "binary",
    "maxLength": 33554432,
    "title": "ImageBytes",
    "type": "string"
  },
  "ImageChangedEvent": {
    "additionalProperties": false,
    "description": "The metadata of an image changed.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "image_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image."
      },
      "kind": {
        "const": "image.changed",
        "description": "An image changed.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "image_id"
    ],
    "title": "ImageChangedEvent",
    "type": "object"
  },
  "ImageDetail": {
    "additionalProperties": false,
    "description": "An image with its provenance, labels and albums.",
    "properties": {
      "albums": {
        "description": "The albums it is in that the caller may see.",
        "items": {
          "$ref": "#/components/schemas/AlbumReference"
        },
        "maxItems": 200,
        "type": "array"
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who created it; null if that user was deleted."
      },
      "deleted_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was moved to the trash; null if it is not there."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "SHA-256 of the file."
      },
      "file_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "The path of getImageFile, which serves the file."
      },
      "height": {
        "$ref": "#/components/schemas/Pixels",
        "description": "Height in pixels."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image."
      },
      "job_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The job that generated it; null if none."
      },
      "labels": {
        "description": "Its newest labels; listLabels returns all.",
        "items": {
          "$ref": "#/components/schemas/Label"
        },
        "maxItems": 200,
        "type": "array"
      },
      "media_type": {
        "$ref": "#/components/schemas/ImageMediaType",
        "description": "The media type of the file."
      },
      "nsfw": {
        "description": "Whether it is marked as not safe for work (NSFW).",
        "type": "boolean"
      },
      "prompt": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Prompt"
          },
          {
            "type": "null"
          }
        ],
        "description": "The prompt it was generated from; null if there was none, and hidden (null) from everyone but its owner and editors."
      },
      "provenance": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Provenance"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its provenance; null if unknown, and hidden (null) from everyone but its owner and editors."
      },
      "rating": {
        "$ref": "#/components/schemas/Rating",
        "description": "The caller's own rating, from 1 to 5; 0 if there is none, and for visitors."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "The size of the file in bytes."
      },
      "source": {
        "$ref": "#/components/schemas/ImageSource",
        "description": "Its origin."
      },
      "starred": {
        "description": "Whether the caller has starred it; false for visitors.",
        "type": "boolean"
      },
      "thumb_hash": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ThumbHash"
          },
          {
            "type": "null"
          }
        ],
        "description": "A ThumbHash of the thumbnail; null until it is computed (for images of older versions), and if the thumbnail is lost."
      },
      "thumbnail_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "The path of getImageThumbnail, which serves a small WebP."
      },
      "title": {
        "$ref": "#/components/schemas/ShortTitle",
        "description": "A short title. Of a generated image without one, it is the first words of its prompt, for those who may read that; else it is empty."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it."
      },
      "width": {
        "$ref": "#/components/schemas/Pixels",
        "description": "Width in pixels."
      }
    },
    "required": [
      "id",
      "title",
      "visibility",
      "nsfw",
      "source",
      "media_type",
      "width",
      "height",
      "size_bytes",
      "digest",
      "prompt",
      "file_url",
      "thumbnail_url",
      "thumb_hash",
      "job_id",
      "created_by",
      "created_at",
      "updated_at",
      "deleted_at",
      "rating",
      "starred",
      "provenance",
      "labels",
      "albums"
    ],
    "title": "ImageDetail",
    "type": "object",
    "x-extends": "Image"
  },
  "ImageMark": {
    "additionalProperties": false,
    "description": "The caller's own rating and star of an image. Nobody else sees them.",
    "properties": {
      "rating": {
        "$ref": "#/components/schemas/Rating",
        "description": "The caller's rating, from 1 to 5; 0 if there is none."
      },
      "starred": {
        "description": "Whether the caller has starred the image.",
        "type": "boolean"
      }
    },
    "required": [
      "rating",
      "starred"
    ],
    "title": "ImageMark",
    "type": "object"
  },
  "ImageMarkUpdate": {
    "additionalProperties": false,
    "description": "Changes to the caller's rating and star of an image; absent fields stay unchanged.",
    "minProperties": 1,
    "properties": {
      "rating": {
        "$ref": "#/components/schemas/Rating",
        "description": "The rating, from 1 to 5; 0 takes it back."
      },
      "starred": {
        "description": "Whether the image is starred.",
        "type": "boolean"
      }
    },
    "title": "ImageMarkUpdate",
    "type": "object"
  },
  "ImageMarkedEvent": {
    "additionalProperties": false,
    "description": "A user rated or starred an image, or took that back. Only this user receives it.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "image_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image."
      },
      "kind": {
        "const": "image.marked",
        "description": "The caller's mark of an image changed.",
        "type": "string"
      },
      "rating": {
        "$ref": "#/components/schemas/Rating",
        "description": "The rating since then."
      },
      "starred": {
        "description": "Whether the image is starred since then.",
        "type": "boolean"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "image_id",
      "rating",
      "starred"
    ],
    "title": "ImageMarkedEvent",
    "type": "object"
  },
  "ImageMediaType": {
    "description": "The formats of stored images.",
    "enum": [
      "image/png",
      "image/jpeg",
      "image/webp"
    ],
    "title": "ImageMediaType",
    "type": "string"
  },
  "ImageOrientation": {
    "description": "Whether an image is higher than wide, wider than high, or neither, as a viewer shows it.",
    "enum": [
      "portrait",
      "landscape",
      "square"
    ],
    "title": "ImageOrientation",
    "type": "string"
  },
  "ImagePage": {
    "additionalProperties": false,
    "description": "One page of images, newest first.",
    "properties": {
      "items": {
        "description": "The images.",
        "items": {
          "$ref": "#/components/schemas/Image"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "ImagePage",
    "type": "object"
  },
  "ImagePurgedEvent": {
    "additionalProperties": false,
    "description": "An image of the trash was deleted for good; sent to its owner and admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "image_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image."
      },
      "kind": {
        "const": "image.purged",
        "description": "An image of the trash was deleted for good.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "image_id"
    ],
    "title": "ImagePurgedEvent",
    "type": "object"
  },
  "ImageRemovedEvent": {
    "additionalProperties": false,
    "description": "An image was moved to the trash.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "image_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image."
      },
      "kind": {
        "const": "image.removed",
        "description": "An image was moved to the trash.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "image_id"
    ],
    "title": "ImageRemovedEvent",
    "type": "object"
  },
  "ImageSource": {
    "description": "The origin of an image: generated by a job, uploaded, or imported.",
    "enum": [
      "generated",
      "uploaded",
      "imported"
    ],
    "title": "ImageSource",
    "type": "string"
  },
  "ImageSourceCounts": {
    "additionalProperties": false,
    "description": "Counts of images by source.",
    "properties": {
      "generated": {
        "$ref": "#/components/schemas/Count",
        "description": "Generated by a job."
      },
      "imported": {
        "$ref": "#/components/schemas/Count",
        "description": "Imported."
      },
      "uploaded": {
        "$ref": "#/components/schemas/Count",
        "description": "Uploaded by someone."
      }
    },
    "required": [
      "generated",
      "uploaded",
      "imported"
    ],
    "title": "ImageSourceCounts",
    "type": "object"
  },
  "ImageUpdate": {
    "additionalProperties": false,
    "description": "Changes to an image; absent fields stay unchanged.",
    "minProperties": 1,
    "properties": {
      "nsfw": {
        "description": "Whether it is marked as not safe for work (NSFW).",
        "type": "boolean"
      },
      "title": {
        "$ref": "#/components/schemas/ShortTitle",
        "description": "A short title."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it."
      }
    },
    "title": "ImageUpdate",
    "type": "object"
  },
  "ImageUpload": {
    "additionalProperties": false,
    "description": "An image to upload, as form parts.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album to append it to."
      },
      "caption": {
        "$ref": "#/components/schemas/LabelText",
        "description": "A caption to add as a label."
      },
      "file": {
        "contentMediaType": "application/octet-stream",
        "description": "The bytes of a PNG, JPEG, WebP or AVIF; the format is detected from the bytes.",
        "format": "binary",
        "maxLength": 33554432,
        "minLength": 1,
        "type": "string"
      },
      "nsfw": {
        "default": false,
        "description": "Whether it is marked as not safe for work (NSFW).",
        "type": "boolean"
      },
      "title": {
        "$ref": "#/components/schemas/ShortTitle",
        "default": "",
        "description": "A short title."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "default": "private",
        "description": "Who may see it."
      }
    },
    "required": [
      "file"
    ],
    "title": "ImageUpload",
    "type": "object"
  },
  "Import": {
    "additionalProperties": false,
    "description": "An import of a folder: planned first, then applied, verified or undone on request.",
    "properties": {
      "albums": {
        "$ref": "#/components/schemas/ImportAlbums",
        "description": "Which folders become albums."
      },
      "applied_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was last applied completely; null before that."
      },
      "cancel_requested": {
        "description": "Whether cancellation was requested.",
        "type": "boolean"
      },
      "counts": {
        "$ref": "#/components/schemas/ImportCounts",
        "description": "The plan's items by outcome."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was requested."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The admin who requested it and owns what it creates; null for the command line, and if that user was deleted."
      },
      "digest": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Digest"
          },
          {
            "type": "null"
          }
        ],
        "description": "SHA-256 of the plan, required by applyImport; null until it is planned."
      },
      "discrepancies": {
        "description": "The discrepancies after the latest apply, verify or undo, the most frequent first. listImportItems lists the items.",
        "items": {
          "$ref": "#/components/schemas/ImportDiscrepancies"
        },
        "maxItems": 100,
        "type": "array"
      },
      "error": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ImportFailure"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why the phase failed; null if it did not."
      },
      "finished_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When the latest phase ended; null before."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The import."
      },
      "kind": {
        "$ref": "#/components/schemas/ImportKind",
        "description": "The kind of import."
      },
      "phase": {
        "$ref": "#/components/schemas/ImportPhase",
        "description": "The phase that was requested last."
      },
      "planned_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When the plan was completed; null before that."
      },
      "progress": {
        "$ref": "#/components/schemas/ImportProgress",
        "description": "The progress of the phase."
      },
      "reasons": {
        "description": "The plan's items that have a reason, by outcome and reason, the most frequent first.",
        "items": {
          "$ref": "#/components/schemas/ImportReason"
        },
        "maxItems": 100,
        "type": "array"
      },
      "results": {
        "$ref": "#/components/schemas/ImportResults",
        "description": "The results of the items."
      },
      "source": {
        "$ref": "#/components/schemas/ImportSourcePath",
        "description": "The source; for imports started on the command line, the folder's name only."
      },
      "source_checked": {
        "description": "Whether the latest verify could read the source; null before the first.",
        "type": [
          "boolean",
          "null"
        ]
      },
      "started_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When the latest phase started; null while it is queued."
      },
      "state": {
        "$ref": "#/components/schemas/ImportState",
        "description": "Its state."
      },
      "undone_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was undone; null before that."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it last changed."
      },
      "verified_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was last verified completely; null before that."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "The visibility of what it creates, unless the source specifies one."
      }
    },
    "required": [
      "id",
      "kind",
      "source",
      "visibility",
      "albums",
      "phase",
      "state",
      "digest",
      "progress",
      "counts",
      "reasons",
      "results",
      "discrepancies",
      "source_checked",
      "error",
      "cancel_requested",
      "created_by",
      "created_at",
      "updated_at",
      "started_at",
      "finished_at",
      "planned_at",
      "applied_at",
      "verified_at",
      "undone_at"
    ],
    "title": "Import",
    "type": "object"
  },
  "ImportAlbums": {
    "description": "Which folders of images become albums: `known`: those of the studios that are known, others are listed and not read; `folders`: every other folder with images, too, under its own name. An import of sets ignores it.",
    "enum": [
      "known",
      "folders"
    ],
    "title": "ImportAlbums",
    "type": "string"
  },
  "ImportApply": {
    "additionalProperties": false,
    "description": "The plan to apply.",
    "properties": {
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "The plan's digest, which ensures that the reviewed plan is the one applied."
      }
    },
    "required": [
      "digest"
    ],
    "title": "ImportApply",
    "type": "object"
  },
  "ImportChangedEvent": {
    "additionalProperties": false,
    "description": "An import phase was requested, started, ended or was cancelled; sent to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "import_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The import."
      },
      "kind": {
        "const": "import.changed",
        "description": "The state of an import changed.",
        "type": "string"
      },
      "phase": {
        "$ref": "#/components/schemas/ImportPhase",
        "description": "The phase that was requested last."
      },
      "state": {
        "$ref": "#/components/schemas/ImportState",
        "description": "Its state."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "import_id",
      "phase",
      "state"
    ],
    "title": "ImportChangedEvent",
    "type": "object"
  },
  "ImportCounts": {
    "additionalProperties": false,
    "description": "Counts of a plan's items by outcome.",
    "properties": {
      "changed": {
        "$ref": "#/components/schemas/Count",
        "description": "Changed in the source since it was imported."
      },
      "conflicting": {
        "$ref": "#/components/schemas/Count",
        "description": "Changed in the source and here."
      },
      "new": {
        "$ref": "#/components/schemas/Count",
        "description": "New."
      },
      "skipped": {
        "$ref": "#/components/schemas/Count",
        "description": "Skipped, for a reason."
      },
      "unchanged": {
        "$ref": "#/components/schemas/Count",
        "description": "Already present."
      }
    },
    "required": [
      "new",
      "unchanged",
      "changed",
      "conflicting",
      "skipped"
    ],
    "title": "ImportCounts",
    "type": "object"
  },
  "ImportCreate": {
    "additionalProperties": false,
    "description": "A new import.",
    "properties": {
      "albums": {
        "$ref": "#/components/schemas/ImportAlbums",
        "default": "known",
        "description": "Which folders become albums."
      },
      "kind": {
        "$ref": "#/components/schemas/ImportKind",
        "description": "The kind of import."
      },
      "source": {
        "$ref": "#/components/schemas/ImportSourcePath",
        "description": "The source; listImportSources lists the configured sources."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "default": "private",
        "description": "The visibility of what it creates, unless the source specifies one."
      }
    },
    "required": [
      "kind",
      "source"
    ],
    "title": "ImportCreate",
    "type": "object"
  },
  "ImportDiscrepancies": {
    "additionalProperties": false,
    "description": "A count of items with the same discrepancy.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "The kind: `missing`, `corrupt`, `orphaned`, `altered` here, `source_missing`, `source_altered`, or why it failed or was kept."
      },
      "count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number."
      }
    },
    "required": [
      "code",
      "count"
    ],
    "title": "ImportDiscrepancies",
    "type": "object"
  },
  "ImportFailure": {
    "additionalProperties": false,
    "description": "Why a phase of an import failed.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "The reason, for programs."
      },
      "message": {
        "description": "The reason, for people; contains no path of the server.",
        "maxLength": 2000,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      }
    },
    "required": [
      "code",
      "message"
    ],
    "title": "ImportFailure",
    "type": "object"
  },
  "ImportFinishedMessage": {
    "additionalProperties": false,
    "description": "A phase of an import ended.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it happened."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the message: the same in every attempt, and the header `webhook-id`."
      },
      "import_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The import."
      },
      "kind": {
        "const": "import.finished",
        "description": "A phase of an import ended.",
        "type": "string"
      },
      "phase": {
        "$ref": "#/components/schemas/ImportPhase",
        "description": "The phase."
      },
      "state": {
        "$ref": "#/components/schemas/WebhookImportState",
        "description": "How it ended."
      }
    },
    "required": [
      "kind",
      "id",
      "at",
      "import_id",
      "phase",
      "state"
    ],
    "title": "ImportFinishedMessage",
    "type": "object"
  },
  "ImportItem": {
    "additionalProperties": false,
    "description": "One item of a source: an image, a folder that becomes an album, a set, a row of a database; or one that is skipped, and why.",
    "properties": {
      "discrepancy": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "The discrepancy, for programs; null if there is none."
      },
      "discrepancy_message": {
        "description": "The reason, for people; may be empty.",
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "key": {
        "$ref": "#/components/schemas/ImportKey",
        "description": "Its location."
      },
      "message": {
        "description": "The reason, for people; may be empty.",
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "outcome": {
        "$ref": "#/components/schemas/ImportOutcome",
        "description": "The result of the plan."
      },
      "position": {
        "description": "Its position in the plan; the first is 0.",
        "maximum": 2147483647,
        "minimum": 0,
        "type": "integer"
      },
      "reason": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "The reason, for programs; null if the outcome explains itself."
      },
      "state": {
        "$ref": "#/components/schemas/ImportItemState",
        "description": "Its progress."
      },
      "thing": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ImportThing"
          },
          {
            "type": "null"
          }
        ],
        "description": "What it was imported as; null before that, and for items that are not imported."
      }
    },
    "required": [
      "position",
      "key",
      "outcome",
      "reason",
      "message",
      "state",
      "discrepancy",
      "discrepancy_message",
      "thing"
    ],
    "title": "ImportItem",
    "type": "object"
  },
  "ImportItemPage": {
    "additionalProperties": false,
    "description": "One page of import items, in plan order.",
    "properties": {
      "items": {
        "description": "The import items.",
        "items": {
          "$ref": "#/components/schemas/ImportItem"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "ImportItemPage",
    "type": "object"
  },
  "ImportItemState": {
    "description": "The state of an item: `planned`; `keeping`: its bytes are being stored; `applied`; `failed`: it could not be applied; `undone`; `kept`: changed here since, therefore not undone.",
    "enum": [
      "planned",
      "keeping",
      "applied",
      "failed",
      "undone",
      "kept"
    ],
    "title": "ImportItemState",
    "type": "string"
  },
  "ImportItemsCsv": {
    "description": "Items as CSV (RFC 4180, UTF-8): a header, then one line per item, at most 5000. The last column is the cursor that continues after the line.",
    "maxLength": 16000000,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "ImportItemsCsv",
    "type": "string"
  },
  "ImportKey": {
    "description": "The item's path within the source, separated by slashes; a folder ends with one.",
    "maxLength": 1000,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "ImportKey",
    "type": "string"
  },
  "ImportKind": {
    "description": "What an import reads: `media`: an outputs tree of images with sidecar files; `sets`: a folder of set templates (config.yaml and CSV manifests); `database`: a folder with Imagineer's SQLite database and the files that it names; `album`: the file of an exported album (exportAlbum).",
    "enum": [
      "media",
      "sets",
      "database",
      "album"
    ],
    "title": "ImportKind",
    "type": "string"
  },
  "ImportOutcome": {
    "description": "The outcome of an item in the plan: `new`; `unchanged` since a previous import; `changed` in the source; `conflicting`: changed in the source and here; `skipped`, for the given reason. Apply processes new and changed items.",
    "enum": [
      "new",
      "unchanged",
      "changed",
      "conflicting",
      "skipped"
    ],
    "title": "ImportOutcome",
    "type": "string"
  },
  "ImportPage": {
    "additionalProperties": false,
    "description": "One page of imports, newest first.",
    "properties": {
      "items": {
        "description": "The imports.",
        "items": {
          "$ref": "#/components/schemas/Import"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "ImportPage",
    "type": "object"
  },
  "ImportPhase": {
    "description": "The phase of an import that was requested last.",
    "enum": [
      "plan",
      "apply",
      "verify",
      "undo"
    ],
    "title": "ImportPhase",
    "type": "string"
  },
  "ImportProgress": {
    "additionalProperties": false,
    "description": "The progress of the latest phase.",
    "properties": {
      "done": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of items done."
      },
      "total": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Count"
          },
          {
            "type": "null"
          }
        ],
        "description": "The total; null while the plan is still scanning."
      }
    },
    "required": [
      "done",
      "total"
    ],
    "title": "ImportProgress",
    "type": "object"
  },
  "ImportReason": {
    "additionalProperties": false,
    "description": "A count of items with the same outcome and reason.",
    "properties": {
      "count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number."
      },
      "outcome": {
        "$ref": "#/components/schemas/ImportOutcome",
        "description": "The outcome."
      },
      "reason": {
        "$ref": "#/components/schemas/Word",
        "description": "The reason, for programs."
      }
    },
    "required": [
      "outcome",
      "reason",
      "count"
    ],
    "title": "ImportReason",
    "type": "object"
  },
  "ImportResults": {
    "additionalProperties": false,
    "description": "The results of the items that were to be processed.",
    "properties": {
      "applied": {
        "$ref": "#/components/schemas/Count",
        "description": "Done, and not undone."
      },
      "failed": {
        "$ref": "#/components/schemas/Count",
        "description": "Failed; applying again retries them."
      },
      "kept": {
        "$ref": "#/components/schemas/Count",
        "description": "Kept: changed here since."
      },
      "undone": {
        "$ref": "#/components/schemas/Count",
        "description": "Undone."
      }
    },
    "required": [
      "applied",
      "failed",
      "undone",
      "kept"
    ],
    "title": "ImportResults",
    "type": "object"
  },
  "ImportSource": {
    "additionalProperties": false,
    "description": "A folder that imports may read, by its name.",
    "properties": {
      "name": {
        "$ref": "#/components/schemas/ImportSourcePath",
        "description": "Its name in createImport."
      },
      "readable": {
        "description": "Whether it exists and is readable now.",
        "type": "boolean"
      }
    },
    "required": [
      "name",
      "readable"
    ],
    "title": "ImportSource",
    "type": "object"
  },
  "ImportSourcePath": {
    "description": "What an import may read: the name of a configured source, or a folder below it, or for the kind `album` a file in one, with slashes between. Never a path of the server's disk.",
    "maxLength": 1000,
    "minLength": 1,
    "pattern": "^[^/\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$",
    "title": "ImportSourcePath",
    "type": "string"
  },
  "ImportSources": {
    "additionalProperties": false,
    "description": "The folders that imports may read.",
    "properties": {
      "items": {
        "description": "The sources, as configured.",
        "items": {
          "$ref": "#/components/schemas/ImportSource"
        },
        "maxItems": 100,
        "type": "array"
      }
    },
    "required": [
      "items"
    ],
    "title": "ImportSources",
    "type": "object"
  },
  "ImportState": {
    "description": "The state of an import: its latest phase is `queued` or `running`, or has ended: `planned`, `applied`, `undone`, `failed`, `cancelled`.",
    "enum": [
      "queued",
      "running",
      "planned",
      "applied",
      "undone",
      "failed",
      "cancelled"
    ],
    "title": "ImportState",
    "type": "string"
  },
  "ImportThing": {
    "additionalProperties": false,
    "description": "What an item was imported as.",
    "properties": {
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "Its id; it may have been deleted."
      },
      "kind": {
        "$ref": "#/components/schemas/ImportThingKind",
        "description": "Its kind."
      }
    },
    "required": [
      "kind",
      "id"
    ],
    "title": "ImportThing",
    "type": "object"
  },
  "ImportThingKind": {
    "description": "The kind of object that imports create.",
    "enum": [
      "album",
      "image",
      "set_template",
      "set_run",
      "training_run",
      "adapter",
      "bug_report"
    ],
    "title": "ImportThingKind",
    "type": "string"
  },
  "ImportUndoSurvey": {
    "additionalProperties": false,
    "description": "What an undo would remove and what it would keep, as things are now.",
    "properties": {
      "dry_run": {
        "const": true,
        "description": "Nothing was changed.",
        "type": "boolean"
      },
      "kept": {
        "description": "What would be kept, and why; the last item of the plan first, at most 1000.",
        "items": {
          "$ref": "#/components/schemas/ImportItem"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "kept_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of items that would be kept."
      },
      "reasons": {
        "description": "Why items would be kept, the most frequent reason first.",
        "items": {
          "$ref": "#/components/schemas/ImportDiscrepancies"
        },
        "maxItems": 100,
        "type": "array"
      },
      "undone": {
        "description": "What would be undone, in that order: the last item of the plan first, at most 1000.",
        "items": {
          "$ref": "#/components/schemas/ImportItem"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "undone_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of items that would be undone."
      }
    },
    "required": [
      "dry_run",
      "undone_count",
      "kept_count",
      "reasons",
      "undone",
      "kept"
    ],
    "title": "ImportUndoSurvey",
    "type": "object"
  },
  "Job": {
    "additionalProperties": false,
    "description": "A job: the request, its state and its result.",
    "properties": {
      "album_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The album its images are added to, or whose images it captions; null if none, or if the caller may not see it."
      },
      "attempt": {
        "description": "The number of the attempt; 0 before the first.",
        "maximum": 100,
        "minimum": 0,
        "type": "integer"
      },
      "cancel_requested": {
        "description": "Whether cancellation was requested; a running job stops at its next step.",
        "type": "boolean"
      },
      "captions": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/JobCaptions"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its progress, for a caption job; null for other kinds."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was requested."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who requested it; null if that user was deleted."
      },
      "error": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/JobError"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it, or its last attempt, failed; null if none has."
      },
      "estimate": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Estimate"
          },
          {
            "type": "null"
          }
        ],
        "description": "Estimated time to completion from now; null if it is finished or there is no basis for an estimate."
      },
      "finished_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it reached its final state; null before that."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "image_ids": {
        "description": "The images it generated, in the order of their seeds, without those in the trash or hidden from the caller.",
        "items": {
          "$ref": "#/components/schemas/Id"
        },
        "maxItems": 16,
        "type": "array"
      },
      "kind": {
        "$ref": "#/components/schemas/JobKind",
        "description": "The kind of job."
      },
      "max_attempts": {
        "description": "The maximum number of attempts.",
        "maximum": 100,
        "minimum": 1,
        "type": "integer"
      },
      "position": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Position"
          },
          {
            "type": "null"
          }
        ],
        "description": "The number of queued jobs ahead of it; null unless it is queued."
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "description": "Priority: the higher number goes first."
      },
      "progress": {
        "$ref": "#/components/schemas/Progress",
        "description": "The progress of the current attempt; 1 when it succeeded."
      },
      "request": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/JobRequest"
          },
          {
            "type": "null"
          }
        ],
        "description": "The request with every default and the seed filled in; null for others than its owner and admins, except for editors who see everything it touches: its album, and each image that it generated or captions. Null for training jobs, which are described by their training run."
      },
      "row_position": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Position"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its row of the set; null outside a set run."
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run it belongs to; null if none."
      },
      "started_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When its current attempt started; null before the first."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "Its state."
      },
      "trace_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TraceId"
          },
          {
            "type": "null"
          }
        ],
        "description": "The trace id of the request that created it."
      },
      "training_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The training run that it executes; null for other kinds."
      },
      "worker": {
        "anyOf": [
          {
            "description": "The worker.",
            "maxLength": 100,
            "pattern": "^[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The worker that runs it; null unless it is running, and hidden (null) from viewers."
      }
    },
    "required": [
      "id",
      "kind",
      "state",
      "priority",
      "progress",
      "attempt",
      "max_attempts",
      "request",
      "position",
      "estimate",
      "cancel_requested",
      "error",
      "image_ids",
      "album_id",
      "set_run_id",
      "row_position",
      "training_run_id",
      "captions",
      "created_by",
      "trace_id",
      "worker",
      "created_at",
      "started_at",
      "finished_at"
    ],
    "title": "Job",
    "type": "object"
  },
  "JobCancelRequestedEvent": {
    "additionalProperties": false,
    "description": "Cancellation of a running job was requested.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "const": "job.cancel_requested",
        "description": "Cancellation of a job was requested.",
        "type": "string"
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run that it belongs to."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "job_id",
      "set_run_id"
    ],
    "title": "JobCancelRequestedEvent",
    "type": "object"
  },
  "JobCancellation": {
    "additionalProperties": false,
    "description": "The result of cancelling many jobs or its dry run.",
    "properties": {
      "cancelled_count": {
        "description": "The number of queued jobs that were or would be cancelled.",
        "maximum": 5000,
        "minimum": 0,
        "type": "integer"
      },
      "dry_run": {
        "description": "Whether it was a dry run, which changes nothing.",
        "type": "boolean"
      },
      "more": {
        "description": "Whether more jobs match: another request cancels them.",
        "type": "boolean"
      },
      "stopping_count": {
        "description": "The number of running jobs that were or would be asked to stop; those that were asked before do not count.",
        "maximum": 5000,
        "minimum": 0,
        "type": "integer"
      }
    },
    "required": [
      "dry_run",
      "cancelled_count",
      "stopping_count",
      "more"
    ],
    "title": "JobCancellation",
    "type": "object"
  },
  "JobCancellationRequest": {
    "additionalProperties": false,
    "description": "Which unfinished jobs to cancel: those that match every field. Whose they are is said by `created_by` or by `everyone`, not by both (422 `owner_or_everyone`); without either they are the caller's own.",
    "properties": {
      "created_by": {
        "$ref": "#/components/schemas/Id",
        "description": "Only jobs of this user; another user than the caller is for admins."
      },
      "dry_run": {
        "default": false,
        "description": "Only report what would be cancelled.",
        "type": "boolean"
      },
      "everyone": {
        "default": false,
        "description": "The jobs of all users; for admins.",
        "type": "boolean"
      },
      "kind": {
        "$ref": "#/components/schemas/JobKind",
        "description": "Only jobs of this kind."
      },
      "queued_only": {
        "default": false,
        "description": "Leave running jobs alone; otherwise they are asked to stop.",
        "type": "boolean"
      },
      "set_run_id": {
        "$ref": "#/components/schemas/Id",
        "description": "Only jobs of this set run."
      }
    },
    "title": "JobCancellationRequest",
    "type": "object"
  },
  "JobCancelledEvent": {
    "additionalProperties": false,
    "description": "A job was cancelled.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "const": "job.cancelled",
        "description": "A job was cancelled.",
        "type": "string"
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run that it belongs to."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "job_id",
      "set_run_id"
    ],
    "title": "JobCancelledEvent",
    "type": "object"
  },
  "JobCaptions": {
    "additionalProperties": false,
    "description": "The progress of a caption job; images in none of the counts are waiting.",
    "properties": {
      "captioned_count": {
        "$ref": "#/components/schemas/CaptionImageCount",
        "description": "The number captioned."
      },
      "image_count": {
        "$ref": "#/components/schemas/CaptionImageCount",
        "description": "The number of images to caption."
      },
      "skipped": {
        "$ref": "#/components/schemas/JobCaptionsSkipped",
        "description": "The numbers skipped, by reason."
      }
    },
    "required": [
      "image_count",
      "captioned_count",
      "skipped"
    ],
    "title": "JobCaptions",
    "type": "object"
  },
  "JobCaptionsSkipped": {
    "additionalProperties": false,
    "description": "Skipped images, by reason.",
    "properties": {
      "engine_refused": {
        "$ref": "#/components/schemas/CaptionImageCount",
        "description": "The engine refused to caption it."
      },
      "has_caption": {
        "$ref": "#/components/schemas/CaptionImageCount",
        "description": "It had a caption already."
      },
      "image_gone": {
        "$ref": "#/components/schemas/CaptionImageCount",
        "description": "It was deleted, or hidden from the job's owner, before its turn."
      }
    },
    "required": [
      "has_caption",
      "image_gone",
      "engine_refused"
    ],
    "title": "JobCaptionsSkipped",
    "type": "object"
  },
  "JobError": {
    "additionalProperties": false,
    "description": "Why a job failed.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "The reason, for programs."
      },
      "message": {
        "description": "The reason and the remedy, for people; contains no path or secret. Hidden from those who may not read what the job was made with.",
        "maxLength": 2000,
        "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
        "type": "string"
      }
    },
    "required": [
      "code",
      "message"
    ],
    "title": "JobError",
    "type": "object"
  },
  "JobFailedEvent": {
    "additionalProperties": false,
    "description": "A job failed for good.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "error_code": {
        "$ref": "#/components/schemas/Word",
        "description": "The reason."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "const": "job.failed",
        "description": "A job failed.",
        "type": "string"
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run that it belongs to."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "job_id",
      "set_run_id",
      "error_code"
    ],
    "title": "JobFailedEvent",
    "type": "object"
  },
  "JobFinishedMessage": {
    "additionalProperties": false,
    "description": "A job succeeded, failed for good, or was cancelled.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it happened."
      },
      "error_code": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it failed; null if it did not."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the message: the same in every attempt, and the header `webhook-id`."
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "job_kind": {
        "$ref": "#/components/schemas/JobKind",
        "description": "What kind of job."
      },
      "kind": {
        "const": "job.finished",
        "description": "A job succeeded, failed for good, or was cancelled.",
        "type": "string"
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run that it belongs to; null if it belongs to none."
      },
      "state": {
        "$ref": "#/components/schemas/WebhookEndState",
        "description": "How it ended."
      }
    },
    "required": [
      "kind",
      "id",
      "at",
      "job_id",
      "job_kind",
      "state",
      "set_run_id",
      "error_code"
    ],
    "title": "JobFinishedMessage",
    "type": "object"
  },
  "JobKind": {
    "description": "The kind of a job: `generate` generates images, `caption` describes them, `train` trains on them.",
    "enum": [
      "generate",
      "caption",
      "train"
    ],
    "title": "JobKind",
    "type": "string"
  },
  "JobLinks": {
    "additionalProperties": false,
    "description": "Paths of this API related to a job.",
    "properties": {
      "cancel": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "cancelJob."
      },
      "self": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "getJob."
      }
    },
    "required": [
      "self",
      "cancel"
    ],
    "title": "JobLinks",
    "type": "object"
  },
  "JobPreviewEvent": {
    "additionalProperties": false,
    "description": "A running job has a new preview: getJobPreview.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "const": "job.preview",
        "description": "A running job has a new preview.",
        "type": "string"
      },
      "progress": {
        "$ref": "#/components/schemas/Progress",
        "description": "How much of the job was done."
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its set run, if it has one."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "job_id",
      "set_run_id",
      "progress"
    ],
    "title": "JobPreviewEvent",
    "type": "object"
  },
  "JobQueuedEvent": {
    "additionalProperties": false,
    "description": "A job is queued: a new one, one that is retried, or one that was released.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "error_code": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why the previous attempt failed."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "const": "job.queued",
        "description": "A job is queued.",
        "type": "string"
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run that it belongs to."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "job_id",
      "set_run_id",
      "error_code"
    ],
    "title": "JobQueuedEvent",
    "type": "object"
  },
  "JobRequest": {
    "description": "The job to run; `kind` selects the schema.",
    "discriminator": {
      "mapping": {
        "caption": "#/components/schemas/CaptionRequest",
        "generate": "#/components/schemas/GenerateRequest"
      },
      "propertyName": "kind"
    },
    "oneOf": [
      {
        "$ref": "#/components/schemas/GenerateRequest"
      },
      {
        "$ref": "#/components/schemas/CaptionRequest"
      }
    ],
    "title": "JobRequest"
  },
  "JobRunningEvent": {
    "additionalProperties": false,
    "description": "A worker started a job.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "attempt": {
        "description": "The number of the attempt.",
        "maximum": 1000,
        "minimum": 1,
        "type": "integer"
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "const": "job.running",
        "description": "A job is running.",
        "type": "string"
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run that it belongs to."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "job_id",
      "set_run_id",
      "attempt"
    ],
    "title": "JobRunningEvent",
    "type": "object"
  },
  "JobSucceededEvent": {
    "additionalProperties": false,
    "description": "A job succeeded; its images are available.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "const": "job.succeeded",
        "description": "A job succeeded.",
        "type": "string"
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run that it belongs to."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "job_id",
      "set_run_id"
    ],
    "title": "JobSucceededEvent",
    "type": "object"
  },
  "JobUpdate": {
    "additionalProperties": false,
    "description": "Changes to a queued job.",
    "minProperties": 1,
    "properties": {
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "description": "Priority: the higher number goes first."
      }
    },
    "title": "JobUpdate",
    "type": "object"
  },
  "JobUpdatedEvent": {
    "additionalProperties": false,
    "description": "The priority of a queued job changed.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "const": "job.updated",
        "description": "The priority of a job changed.",
        "type": "string"
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "description": "The new priority."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "job_id",
      "priority"
    ],
    "title": "JobUpdatedEvent",
    "type": "object"
  },
  "JobsResponse": {
    "additionalProperties": false,
    "description": "One page of jobs, newest first, with counts.",
    "properties": {
      "counts": {
        "$ref": "#/components/schemas/StateCounts",
        "description": "Jobs by state under the filters `kind` and `set_run_id`; the filters `state` and `created_by` do not apply."
      },
      "items": {
        "description": "The jobs.",
        "items": {
          "$ref": "#/components/schemas/Job"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor",
      "counts"
    ],
    "title": "JobsResponse",
    "type": "object"
  },
  "JsonObject": {
    "additionalProperties": {
      "$ref": "#/components/schemas/JsonValue"
    },
    "description": "Any JSON object: at most 32 levels deep.",
    "maxProperties": 1000,
    "propertyNames": {
      "maxLength": 200,
      "pattern": "^[^\\u0000]*$"
    },
    "title": "JsonObject",
    "type": "object"
  },
  "JsonValue": {
    "additionalProperties": {
      "$ref": "#/components/schemas/JsonValue"
    },
    "description": "Any JSON: strings without NUL, at most 32 levels deep.",
    "items": {
      "$ref": "#/components/schemas/JsonValue"
    },
    "maxItems": 2000,
    "maxLength": 200000,
    "maxProperties": 1000,
    "maximum": 9007199254740991,
    "minimum": -9007199254740991,
    "pattern": "^[^\\u0000]*$",
    "propertyNames": {
      "maxLength": 200,
      "pattern": "^[^\\u0000]*$"
    },
    "title": "JsonValue"
  },
  "KeptImage": {
    "additionalProperties": false,
    "description": "An image that stays in the trash although it is old enough to go.",
    "properties": {
      "deleted_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was moved to the trash."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image."
      },
      "named_by": {
        "$ref": "#/components/schemas/Id",
        "description": "The training run or the set run."
      },
      "reason": {
        "$ref": "#/components/schemas/KeptImageReason",
        "description": "Why it stays."
      }
    },
    "required": [
      "id",
      "deleted_at",
      "reason",
      "named_by"
    ],
    "title": "KeptImage",
    "type": "object"
  },
  "KeptImageReason": {
    "description": "Why an image stays in the trash: a training run names it in its dataset, or its set run is queued or running.",
    "enum": [
      "training_run",
      "set_run"
    ],
    "title": "KeptImageReason",
    "type": "string"
  },
  "Label": {
    "additionalProperties": false,
    "description": "A caption or tag of an image.",
    "properties": {
      "confidence": {
        "anyOf": [
          {
            "maximum": 1,
            "minimum": 0,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The engine's confidence, 0 … 1; null for labels added by hand."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who created or requested it; null if that user was deleted."
      },
      "engine": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "The engine that created it; null for labels added by hand."
      },
      "engine_version": {
        "anyOf": [
          {
            "maxLength": 50,
            "pattern": "^[0-9A-Za-z.+_-]+$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The engine's version; null for labels added by hand, or if unknown."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The label."
      },
      "image_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image that it describes."
      },
      "job_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The caption job that created it; null for others."
      },
      "kind": {
        "$ref": "#/components/schemas/LabelKind",
        "description": "Caption or tag."
      },
      "model": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Line"
          },
          {
            "type": "null"
          }
        ],
        "description": "The model the engine used; null for labels added by hand and for an engine without a model."
      },
      "source": {
        "$ref": "#/components/schemas/LabelSource",
        "description": "Who wrote it."
      },
      "text": {
        "$ref": "#/components/schemas/LabelText",
        "description": "The text."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      }
    },
    "required": [
      "id",
      "image_id",
      "kind",
      "text",
      "source",
      "confidence",
      "engine",
      "engine_version",
      "model",
      "job_id",
      "created_by",
      "created_at",
      "updated_at"
    ],
    "title": "Label",
    "type": "object"
  },
  "LabelContent": {
    "additionalProperties": false,
    "description": "What a label says, whoever wrote it.",
    "properties": {
      "kind": {
        "$ref": "#/components/schemas/LabelKind",
        "description": "Caption or tag."
      },
      "text": {
        "$ref": "#/components/schemas/LabelText",
        "description": "The whole text; case is ignored."
      }
    },
    "required": [
      "kind",
      "text"
    ],
    "title": "LabelContent",
    "type": "object"
  },
  "LabelCount": {
    "additionalProperties": false,
    "description": "A label and how many images have it.",
    "properties": {
      "count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of images that have it."
      },
      "kind": {
        "$ref": "#/components/schemas/LabelKind",
        "description": "Caption or tag."
      },
      "text": {
        "$ref": "#/components/schemas/LabelText",
        "description": "The text."
      }
    },
    "required": [
      "text",
      "kind",
      "count"
    ],
    "title": "LabelCount",
    "type": "object"
  },
  "LabelCreate": {
    "additionalProperties": false,
    "description": "A label to add by hand.",
    "properties": {
      "kind": {
        "$ref": "#/components/schemas/LabelKind",
        "description": "Caption or tag."
      },
      "text": {
        "$ref": "#/components/schemas/LabelText",
        "description": "The text."
      }
    },
    "required": [
      "kind",
      "text"
    ],
    "title": "LabelCreate",
    "type": "object"
  },
  "LabelKind": {
    "description": "A `caption` describes the image in a sentence, a `tag` names one thing in it.",
    "enum": [
      "caption",
      "tag"
    ],
    "title": "LabelKind",
    "type": "string"
  },
  "LabelPage": {
    "additionalProperties": false,
    "description": "One page of an image's labels, newest first.",
    "properties": {
      "items": {
        "description": "The labels.",
        "items": {
          "$ref": "#/components/schemas/Label"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "LabelPage",
    "type": "object"
  },
  "LabelSource": {
    "description": "Whether a person or an engine wrote it.",
    "enum": [
      "manual",
      "engine"
    ],
    "title": "LabelSource",
    "type": "string"
  },
  "LabelText": {
    "description": "The text of a label; never empty.",
    "maxLength": 2000,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "LabelText",
    "type": "string"
  },
  "LabelUpdate": {
    "additionalProperties": false,
    "description": "Changes to a label; absent fields stay unchanged.",
    "minProperties": 1,
    "properties": {
      "kind": {
        "$ref": "#/components/schemas/LabelKind",
        "description": "Caption or tag."
      },
      "text": {
        "$ref": "#/components/schemas/LabelText",
        "description": "The text."
      }
    },
    "title": "LabelUpdate",
    "type": "object"
  },
  "Line": {
    "description": "Text of one line, without control characters or line breaks.",
    "maxLength": 500,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "Line",
    "type": "string"
  },
  "LinkSignIn": {
    "additionalProperties": false,
    "description": "Sign in with the token of a one-time link.",
    "properties": {
      "method": {
        "const": "link",
        "description": "With a one-time link.",
        "type": "string"
      },
      "token": {
        "description": "The token of the link; it works once and expires soon.",
        "maxLength": 128,
        "minLength": 16,
        "pattern": "^[A-Za-z0-9_-]{16,128}$",
        "type": "string",
        "writeOnly": true
      }
    },
    "required": [
      "method",
      "token"
    ],
    "title": "LinkSignIn",
    "type": "object"
  },
  "MetricsText": {
    "description": "Metrics in Prometheus' text format, version 0.0.4.",
    "maxLength": 4000000,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "MetricsText",
    "type": "string"
  },
  "ModelAxis": {
    "additionalProperties": false,
    "description": "One model after the other.",
    "properties": {
      "kind": {
        "const": "model",
        "description": "What the axis changes.",
        "type": "string"
      },
      "values": {
        "description": "The models, as named by listModels, in order.",
        "items": {
          "$ref": "#/components/schemas/ModelName"
        },
        "maxItems": 50,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "kind",
      "values"
    ],
    "title": "ModelAxis",
    "type": "object"
  },
  "ModelName": {
    "description": "A model by its name in listModels, or by name and digest, as images record it: `NAME sha256:DIGEST`.",
    "maxLength": 300,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "ModelName",
    "type": "string"
  },
  "ModelText": {
    "description": "A model as the provenance of images names it: by its name, or by name and digest, `NAME sha256:DIGEST`.",
    "maxLength": 500,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "ModelText",
    "type": "string"
  },
  "Name": {
    "description": "The name of a thing, shown in lists: one line, never empty.",
    "maxLength": 200,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "Name",
    "type": "string"
  },
  "Password": {
    "description": "A password; never part of a response, a log or a bug report.",
    "maxLength": 200,
    "minLength": 10,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "Password",
    "type": "string",
    "writeOnly": true
  },
  "PasswordChange": {
    "additionalProperties": false,
    "description": "A new password for the caller.",
    "properties": {
      "current_password": {
        "$ref": "#/components/schemas/Password",
        "description": "The present password. A user who has none leaves it out, and so may a session that a one-time link started less than an hour ago."
      },
      "keep_api_tokens": {
        "default": false,
        "description": "Whether the user's API tokens survive the new password.",
        "type": "boolean"
      },
      "new_password": {
        "$ref": "#/components/schemas/Password",
        "description": "The new password."
      }
    },
    "required": [
      "new_password"
    ],
    "title": "PasswordChange",
    "type": "object"
  },
  "PasswordSignIn": {
    "additionalProperties": false,
    "description": "Sign in with name and password.",
    "properties": {
      "method": {
        "const": "password",
        "description": "With a password.",
        "type": "string"
      },
      "name": {
        "$ref": "#/components/schemas/UserName",
        "description": "The user's name."
      },
      "password": {
        "$ref": "#/components/schemas/Password",
        "description": "The user's password."
      }
    },
    "required": [
      "method",
      "name",
      "password"
    ],
    "title": "PasswordSignIn",
    "type": "object"
  },
  "Pixels": {
    "description": "Width or height of a stored image, in pixels.",
    "maximum": 65535,
    "minimum": 1,
    "title": "Pixels",
    "type": "integer"
  },
  "Position": {
    "description": "A position; the first is 0.",
    "maximum": 1000000,
    "minimum": 0,
    "title": "Position",
    "type": "integer"
  },
  "PreviewBytes": {
    "contentMediaType": "application/octet-stream",
    "description": "The bytes of a small picture.",
    "format": "binary",
    "maxLength": 262144,
    "title": "PreviewBytes",
    "type": "string"
  },
  "PreviewProblem": {
    "additionalProperties": false,
    "description": "Something that prevents a run.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "The problem: `no_rows`, `row_empty`, `bad_placeholder` (also a lone brace), `missing_column`, `prompt_too_long`, `prompt_empty`, or a limit of the engine, such as `width_limit`."
      },
      "message": {
        "description": "A description of the fault, for people.",
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "position": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Position"
          },
          {
            "type": "null"
          }
        ],
        "description": "The row; null if it concerns all of them."
      }
    },
    "required": [
      "position",
      "code",
      "message"
    ],
    "title": "PreviewProblem",
    "type": "object"
  },
  "PreviewPrompt": {
    "additionalProperties": false,
    "description": "A row's prompt with its placeholders filled in.",
    "properties": {
      "position": {
        "$ref": "#/components/schemas/Position",
        "description": "The row."
      },
      "prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The prompt; one that is too long is truncated here and listed among the problems."
      }
    },
    "required": [
      "position",
      "prompt"
    ],
    "title": "PreviewPrompt",
    "type": "object"
  },
  "PreviewWarning": {
    "additionalProperties": false,
    "description": "Something that is set and has no effect, or another one than it seems.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "The warning: `base_prompt_unused`, `theme_unused` or `style_suffix_unused` (the text is set, and the prompt template does not name it), `row_unused` (it names neither `{row}` nor a column), `theme_trimmed` (white space at the ends of the theme is left out), `words_repeated` (words that several texts say are said once)."
      },
      "message": {
        "description": "A description of the warning, for people.",
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      }
    },
    "required": [
      "code",
      "message"
    ],
    "title": "PreviewWarning",
    "type": "object"
  },
  "Priority": {
    "description": "The priority of a queued job: higher numbers go first; among equal ones, users take turns. Above 0 is for admins (403 `priority_for_admins`).",
    "maximum": 10,
    "minimum": -10,
    "title": "Priority",
    "type": "integer"
  },
  "Problem": {
    "additionalProperties": false,
    "description": "Why a request failed (RFC 9457). Reveals nothing about things the caller may not see, and no internals of the server.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "The kind of problem, for programs: a stable code."
      },
      "detail": {
        "description": "This occurrence of the problem, for people; may be empty.",
        "maxLength": 2000,
        "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
        "type": "string"
      },
      "errors": {
        "description": "The faults of the request that have a location; may be empty.",
        "items": {
          "$ref": "#/components/schemas/ProblemError"
        },
        "maxItems": 100,
        "type": "array"
      },
      "status": {
        "description": "The HTTP status.",
        "maximum": 599,
        "minimum": 400,
        "type": "integer"
      },
      "title": {
        "description": "The kind of problem, for people; the same for every problem with this code.",
        "maxLength": 200,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "trace_id": {
        "$ref": "#/components/schemas/TraceId",
        "description": "The request's trace id, as in `X-Trace-Id`."
      },
      "type": {
        "description": "A URI reference that identifies the kind of problem; `about:blank` if the code says it all.",
        "maxLength": 200,
        "pattern": "^[A-Za-z0-9:/._~#-]+$",
        "type": "string"
      }
    },
    "required": [
      "type",
      "title",
      "status",
      "detail",
      "code",
      "errors",
      "trace_id"
    ],
    "title": "Problem",
    "type": "object"
  },
  "ProblemError": {
    "additionalProperties": false,
    "description": "One fault of a request.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "The problem, for programs."
      },
      "message": {
        "description": "A description of the fault, for people.",
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "pointer": {
        "description": "The location: a JSON pointer into the body (`/name`); `query/…`, `path/…` or `header/…` with the parameter's name; or `line/17` of a CSV; empty for the whole request.",
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      }
    },
    "required": [
      "pointer",
      "message",
      "code"
    ],
    "title": "ProblemError",
    "type": "object"
  },
  "Progress": {
    "description": "The progress, 0 … 1.",
    "maximum": 1,
    "minimum": 0,
    "title": "Progress",
    "type": "number"
  },
  "Prompt": {
    "description": "Text for an engine; may have several lines, may be empty.",
    "maxLength": 2000,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "Prompt",
    "type": "string"
  },
  "PromptPreview": {
    "additionalProperties": false,
    "description": "Which words of a prompt an engine uses, and which it ignores.",
    "properties": {
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine that was asked."
      },
      "known": {
        "description": "Whether the engine can say it beforehand; if not, both lists are empty.",
        "type": "boolean"
      },
      "note": {
        "$ref": "#/components/schemas/Line",
        "description": "What else is to be known, for people; may be empty."
      },
      "words_ignored": {
        "description": "The words that it ignores, in the order of the prompt.",
        "items": {
          "$ref": "#/components/schemas/Line"
        },
        "maxItems": 500,
        "type": "array"
      },
      "words_used": {
        "description": "The words that it uses, in the order of the prompt.",
        "items": {
          "$ref": "#/components/schemas/Line"
        },
        "maxItems": 500,
        "type": "array"
      }
    },
    "required": [
      "engine",
      "known",
      "words_used",
      "words_ignored",
      "note"
    ],
    "title": "PromptPreview",
    "type": "object"
  },
  "PromptPreviewRequest": {
    "additionalProperties": false,
    "description": "A prompt, and the engine that would get it.",
    "properties": {
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine, as named by getServer. Default: the studio's (getSettings)."
      },
      "model": {
        "$ref": "#/components/schemas/ModelName",
        "description": "The model, as named by listModels. Default: the studio's, if it is for the same engine, or the engine's own."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "default": "",
        "description": "The negative prompt; what it refuses is not drawn."
      },
      "prompt": {
        "description": "The prompt.",
        "maxLength": 2000,
        "minLength": 1,
        "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
        "type": "string"
      }
    },
    "required": [
      "prompt"
    ],
    "title": "PromptPreviewRequest",
    "type": "object"
  },
  "Provenance": {
    "additionalProperties": false,
    "description": "Everything needed to generate the image again, and which words the engine used.",
    "properties": {
      "adapters": {
        "description": "The adapters it was generated with, and their provenance.",
        "items": {
          "$ref": "#/components/schemas/AdapterProvenance"
        },
        "maxItems": 8,
        "type": "array"
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine that generated it."
      },
      "engine_version": {
        "description": "The engine's version.",
        "maxLength": 50,
        "pattern": "^[0-9A-Za-z.+_-]+$",
        "type": "string"
      },
      "guidance_scale": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/GuidanceScale"
          },
          {
            "type": "null"
          }
        ],
        "description": "The guidance scale; null if an import did not provide it."
      },
      "height": {
        "$ref": "#/components/schemas/Pixels",
        "description": "The requested height."
      },
      "job_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The job; null if unknown."
      },
      "model": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Line"
          },
          {
            "type": "null"
          }
        ],
        "description": "The model's name and digest; null for an engine without a model."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The negative prompt; may be empty."
      },
      "parameters": {
        "$ref": "#/components/schemas/ProvenanceParameters",
        "description": "Other parameters of the engine."
      },
      "prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The prompt with its placeholders filled in."
      },
      "row_position": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Position"
          },
          {
            "type": "null"
          }
        ],
        "description": "The row of the set; null outside a set run."
      },
      "seed": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Seed"
          },
          {
            "type": "null"
          }
        ],
        "description": "The seed; null if an import did not provide it."
      },
      "set_run_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set run; null outside one."
      },
      "set_template_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The set template; null outside a set run."
      },
      "set_template_version": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Version"
          },
          {
            "type": "null"
          }
        ],
        "description": "The version of the set template; null outside a set run."
      },
      "steps": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Steps"
          },
          {
            "type": "null"
          }
        ],
        "description": "The number of steps; null if an import did not provide it."
      },
      "width": {
        "$ref": "#/components/schemas/Pixels",
        "description": "The requested width."
      },
      "words_ignored": {
        "description": "The words of the prompt that the engine ignored.",
        "items": {
          "$ref": "#/components/schemas/Line"
        },
        "maxItems": 500,
        "type": "array"
      },
      "words_used": {
        "description": "The words of the prompt that the engine used.",
        "items": {
          "$ref": "#/components/schemas/Line"
        },
        "maxItems": 500,
        "type": "array"
      }
    },
    "required": [
      "engine",
      "engine_version",
      "model",
      "seed",
      "steps",
      "guidance_scale",
      "width",
      "height",
      "prompt",
      "negative_prompt",
      "words_used",
      "words_ignored",
      "parameters",
      "adapters",
      "job_id",
      "set_run_id",
      "set_template_id",
      "set_template_version",
      "row_position"
    ],
    "title": "Provenance",
    "type": "object"
  },
  "ProvenanceParameters": {
    "additionalProperties": {
      "$ref": "#/components/schemas/ProvenanceValue"
    },
    "description": "The engine's own parameters: scalars by name.",
    "maxProperties": 100,
    "propertyNames": {
      "maxLength": 64,
      "pattern": "^[A-Za-z][A-Za-z0-9_.-]{0,63}$"
    },
    "title": "ProvenanceParameters",
    "type": "object"
  },
  "ProvenanceValue": {
    "anyOf": [
      {
        "maxLength": 2000,
        "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
        "type": "string"
      },
      {
        "maximum": 9007199254740991,
        "minimum": -9007199254740991,
        "type": "number"
      },
      {
        "type": "boolean"
      },
      {
        "type": "null"
      }
    ],
    "description": "A scalar: string, number, boolean or null.",
    "title": "ProvenanceValue"
  },
  "PurgedBugReport": {
    "additionalProperties": false,
    "description": "A deleted bug report.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was reported."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The report."
      },
      "status": {
        "$ref": "#/components/schemas/BugReportStatus",
        "description": "Its status."
      }
    },
    "required": [
      "id",
      "status",
      "created_at"
    ],
    "title": "PurgedBugReport",
    "type": "object"
  },
  "PurgedImage": {
    "additionalProperties": false,
    "description": "An image that a purge deleted, or would delete.",
    "properties": {
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its owner; null if that user was deleted."
      },
      "deleted_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was moved to the trash."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The image."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "The size of its file in bytes."
      }
    },
    "required": [
      "id",
      "created_by",
      "deleted_at",
      "size_bytes"
    ],
    "title": "PurgedImage",
    "type": "object"
  },
  "Queue": {
    "additionalProperties": false,
    "description": "The queue as a whole.",
    "properties": {
      "depth": {
        "$ref": "#/components/schemas/StateCounts",
        "description": "All jobs by state."
      },
      "estimate": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Estimate"
          },
          {
            "type": "null"
          }
        ],
        "description": "Estimated time until the queue is empty; null if there is no basis for an estimate."
      },
      "paused": {
        "description": "Whether workers take no new jobs; running jobs continue.",
        "type": "boolean"
      },
      "paused_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was paused; null if it is not."
      },
      "running": {
        "description": "The running jobs that the caller may see, the longest running first.",
        "items": {
          "$ref": "#/components/schemas/Id"
        },
        "maxItems": 100,
        "type": "array"
      }
    },
    "required": [
      "paused",
      "paused_at",
      "depth",
      "running",
      "estimate"
    ],
    "title": "Queue",
    "type": "object"
  },
  "QueueJob": {
    "additionalProperties": false,
    "description": "The receipt of a queued job.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was requested."
      },
      "estimate": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Estimate"
          },
          {
            "type": "null"
          }
        ],
        "description": "Estimated time to completion from now; null if there is no basis for an estimate."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "$ref": "#/components/schemas/JobKind",
        "description": "The kind of job."
      },
      "links": {
        "$ref": "#/components/schemas/JobLinks",
        "description": "The `since_step` to continue with."
      },
      "position": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Position"
          },
          {
            "type": "null"
          }
        ],
        "description": "The number of queued jobs ahead of it; null once it is no longer queued."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "Its state."
      }
    },
    "required": [
      "id",
      "kind",
      "state",
      "position",
      "estimate",
      "created_at",
      "links"
    ],
    "title": "QueueJob",
    "type": "object"
  },
  "QueuePausedEvent": {
    "additionalProperties": false,
    "description": "The queue was paused: workers take no jobs.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "queue.paused",
        "description": "The queue is paused.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at"
    ],
    "title": "QueuePausedEvent",
    "type": "object"
  },
  "QueueResumedEvent": {
    "additionalProperties": false,
    "description": "The queue was resumed.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "queue.resumed",
        "description": "The queue was resumed.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at"
    ],
    "title": "QueueResumedEvent",
    "type": "object"
  },
  "QueueUpdate": {
    "additionalProperties": false,
    "description": "Changes to the queue.",
    "minProperties": 1,
    "properties": {
      "paused": {
        "description": "Whether workers should take no new jobs.",
        "type": "boolean"
      }
    },
    "title": "QueueUpdate",
    "type": "object"
  },
  "Rating": {
    "description": "How good somebody finds an image, from 1 to 5; 0 if they have not rated it.",
    "maximum": 5,
    "minimum": 0,
    "title": "Rating",
    "type": "integer"
  },
  "ReadyEvent": {
    "additionalProperties": false,
    "description": "All missed events were sent; new events follow as they happen.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "ready",
        "description": "Events after this one are new.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at"
    ],
    "title": "ReadyEvent",
    "type": "object"
  },
  "ReplacedText": {
    "description": "A part of a prompt, on one line.",
    "maxLength": 500,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "ReplacedText",
    "type": "string"
  },
  "ReplacementAxis": {
    "additionalProperties": false,
    "description": "Other texts in place of a part of the finished prompt.",
    "properties": {
      "kind": {
        "const": "replacement",
        "description": "What the axis changes.",
        "type": "string"
      },
      "search": {
        "$ref": "#/components/schemas/ReplacedText",
        "description": "The part to replace, wherever the prompt has it; case counts. A prompt without it is rejected (422 `grid_has_problems`)."
      },
      "values": {
        "description": "The texts, in order; give the part itself to see the prompt unchanged.",
        "items": {
          "$ref": "#/components/schemas/Line"
        },
        "maxItems": 50,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "kind",
      "search",
      "values"
    ],
    "title": "ReplacementAxis",
    "type": "object"
  },
  "Reproduction": {
    "additionalProperties": false,
    "description": "The job that generates an image again, and whether its bytes will be identical.",
    "properties": {
      "exact": {
        "description": "Whether the bytes will be identical.",
        "type": "boolean"
      },
      "job": {
        "$ref": "#/components/schemas/QueueJob",
        "description": "The job that generates it again."
      },
      "reasons": {
        "description": "Why not; empty if they are.",
        "items": {
          "$ref": "#/components/schemas/Line"
        },
        "maxItems": 20,
        "type": "array"
      }
    },
    "required": [
      "job",
      "exact",
      "reasons"
    ],
    "title": "Reproduction",
    "type": "object"
  },
  "Role": {
    "description": "A user's role: a `viewer` reads, an `editor` creates and changes, an `admin` also manages the studio.",
    "enum": [
      "viewer",
      "editor",
      "admin"
    ],
    "title": "Role",
    "type": "string"
  },
  "RowAxis": {
    "additionalProperties": false,
    "description": "One row of the set template after the other.",
    "properties": {
      "kind": {
        "const": "row",
        "description": "What the axis changes.",
        "type": "string"
      },
      "values": {
        "description": "The positions of the rows, in order; one that there is none at is rejected (422 `grid_has_problems`).",
        "items": {
          "$ref": "#/components/schemas/RowPosition"
        },
        "maxItems": 50,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "kind",
      "values"
    ],
    "title": "RowAxis",
    "type": "object"
  },
  "RowPosition": {
    "description": "The position of a row in its set template; the first is 0.",
    "maximum": 999,
    "minimum": 0,
    "title": "RowPosition",
    "type": "integer"
  },
  "Seed": {
    "description": "The seed of an engine's randomness: the same seed and request generate the same image on the same engine.",
    "maximum": 9007199254740991,
    "minimum": 0,
    "title": "Seed",
    "type": "integer"
  },
  "SeedAxis": {
    "additionalProperties": false,
    "description": "Other seeds.",
    "properties": {
      "kind": {
        "const": "seed",
        "description": "What the axis changes.",
        "type": "string"
      },
      "values": {
        "description": "The seeds, in order.",
        "items": {
          "$ref": "#/components/schemas/Seed"
        },
        "maxItems": 50,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "kind",
      "values"
    ],
    "title": "SeedAxis",
    "type": "object"
  },
  "Server": {
    "additionalProperties": false,
    "description": "Facts about this server and its capabilities.",
    "properties": {
      "contract_version": {
        "description": "The version of this contract.",
        "maxLength": 50,
        "pattern": "^[0-9A-Za-z.+_-]+$",
        "type": "string"
      },
      "engines": {
        "description": "The available engines, by name.",
        "items": {
          "$ref": "#/components/schemas/EngineInfo"
        },
        "maxItems": 50,
        "type": "array"
      },
      "features": {
        "description": "The features that are enabled.",
        "items": {
          "$ref": "#/components/schemas/Word"
        },
        "maxItems": 50,
        "type": "array"
      },
      "limits": {
        "$ref": "#/components/schemas/ServerLimits",
        "description": "Its limits."
      },
      "name": {
        "description": "The studio's name.",
        "maxLength": 100,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "version": {
        "description": "The version of the software.",
        "maxLength": 50,
        "pattern": "^[0-9A-Za-z.+_-]+$",
        "type": "string"
      }
    },
    "required": [
      "name",
      "version",
      "contract_version",
      "features",
      "limits",
      "engines"
    ],
    "title": "Server",
    "type": "object"
  },
  "ServerLimits": {
    "additionalProperties": false,
    "description": "The limits of the server.",
    "properties": {
      "max_body_bytes": {
        "description": "The maximum size of any JSON or CSV body in bytes; larger ones get 413. An operation may take less: `x-max-bytes`, by default 65536.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      },
      "max_image_pixels": {
        "description": "The maximum number of pixels of an uploaded image, width times height.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      },
      "max_page_size": {
        "description": "The maximum number of items per page.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      },
      "max_prompt_length": {
        "description": "The longest prompt, in characters, once its placeholders are filled in.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      },
      "max_set_rows": {
        "description": "The maximum number of rows of a set template.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      },
      "max_upload_bytes": {
        "description": "The maximum size of an upload in bytes; larger ones get 413.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      }
    },
    "required": [
      "max_body_bytes",
      "max_upload_bytes",
      "max_image_pixels",
      "max_page_size",
      "max_set_rows",
      "max_prompt_length"
    ],
    "title": "ServerLimits",
    "type": "object"
  },
  "Session": {
    "additionalProperties": false,
    "description": "A session: somebody who is signed in, in one browser.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was started."
      },
      "expires_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it ends by itself."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the session, not its secret."
      },
      "is_current": {
        "description": "Whether this is the session of the request.",
        "type": "boolean"
      },
      "last_used_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last used, accurate to a few minutes."
      },
      "started_with": {
        "$ref": "#/components/schemas/SignInMethod",
        "description": "The credentials that started it."
      },
      "user_agent": {
        "anyOf": [
          {
            "maxLength": 200,
            "minLength": 1,
            "pattern": "^[ -~]{1,200}$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "The `User-Agent` of the browser that signed in, shortened; null if it sent none."
      },
      "user_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The user who is signed in."
      }
    },
    "required": [
      "id",
      "user_id",
      "started_with",
      "user_agent",
      "is_current",
      "created_at",
      "last_used_at",
      "expires_at"
    ],
    "title": "Session",
    "type": "object"
  },
  "SessionPage": {
    "additionalProperties": false,
    "description": "One page of a user's sessions, newest first.",
    "properties": {
      "items": {
        "description": "The sessions.",
        "items": {
          "$ref": "#/components/schemas/Session"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "SessionPage",
    "type": "object"
  },
  "SetPreview": {
    "additionalProperties": false,
    "description": "What a run would generate, and everything that prevents it.",
    "properties": {
      "estimate": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Estimate"
          },
          {
            "type": "null"
          }
        ],
        "description": "Estimated time to completion of such a run if started now; null if there is no basis for an estimate."
      },
      "problems": {
        "description": "All problems; a run is rejected while there are any.",
        "items": {
          "$ref": "#/components/schemas/PreviewProblem"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "prompts": {
        "description": "The first prompts, in row order.",
        "items": {
          "$ref": "#/components/schemas/PreviewPrompt"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "row_count": {
        "description": "The number of images a run would generate.",
        "maximum": 1000,
        "minimum": 0,
        "type": "integer"
      },
      "version": {
        "$ref": "#/components/schemas/Version",
        "description": "The version that was previewed."
      },
      "warnings": {
        "description": "What is set and has no effect on the prompts. A run is not rejected for it.",
        "items": {
          "$ref": "#/components/schemas/PreviewWarning"
        },
        "maxItems": 10,
        "type": "array"
      }
    },
    "required": [
      "version",
      "prompts",
      "problems",
      "warnings",
      "row_count",
      "estimate"
    ],
    "title": "SetPreview",
    "type": "object"
  },
  "SetPreviewOverrides": {
    "additionalProperties": false,
    "description": "Fields that override those of the set template.",
    "properties": {
      "adapters": {
        "description": "The adapters, each once; an empty list uses none.",
        "items": {
          "$ref": "#/components/schemas/AdapterUse"
        },
        "maxItems": 8,
        "type": "array"
      },
      "base_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The part of the prompt that all images share: `{base_prompt}`."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine, as named by getServer."
      },
      "guidance_scale": {
        "$ref": "#/components/schemas/GuidanceScale",
        "description": "How closely to follow the prompt."
      },
      "height": {
        "$ref": "#/components/schemas/Side",
        "description": "Height in pixels."
      },
      "model": {
        "$ref": "#/components/schemas/ModelName",
        "description": "The model, as named by listModels."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The negative prompt: what not to draw."
      },
      "prompt_template": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The template of a prompt: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. An empty part is removed together with its comma. With `{.}`, which ends a sentence, texts are inserted as they are, and sentences are joined by a full stop and a space."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "description": "The number of steps."
      },
      "style_suffix": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The style of all images: `{style_suffix}`."
      },
      "width": {
        "$ref": "#/components/schemas/Side",
        "description": "Width in pixels."
      }
    },
    "title": "SetPreviewOverrides",
    "type": "object"
  },
  "SetPreviewRequest": {
    "additionalProperties": false,
    "description": "Options of a preview.",
    "properties": {
      "limit": {
        "default": 50,
        "description": "The maximum number of prompts to return; all rows are checked for problems.",
        "maximum": 1000,
        "minimum": 1,
        "type": "integer"
      },
      "overrides": {
        "$ref": "#/components/schemas/SetPreviewOverrides",
        "description": "Overrides of the set template's fields, for this preview only."
      },
      "theme": {
        "$ref": "#/components/schemas/Line",
        "description": "The theme; default: the example theme."
      }
    },
    "title": "SetPreviewRequest",
    "type": "object"
  },
  "SetRow": {
    "additionalProperties": false,
    "description": "A row and its position.",
    "properties": {
      "position": {
        "$ref": "#/components/schemas/Position",
        "description": "Its position; the first is 0, there are no gaps."
      },
      "values": {
        "$ref": "#/components/schemas/SetRowValues",
        "description": "Its values, one per column."
      }
    },
    "required": [
      "position",
      "values"
    ],
    "title": "SetRow",
    "type": "object"
  },
  "SetRowValues": {
    "additionalProperties": {
      "$ref": "#/components/schemas/Prompt"
    },
    "description": "A row: values by column name. A missing column is empty.",
    "maxProperties": 50,
    "minProperties": 1,
    "propertyNames": {
      "maxLength": 40,
      "pattern": "^[a-z][a-z0-9_]{0,39}$"
    },
    "title": "SetRowValues",
    "type": "object"
  },
  "SetRowsCsv": {
    "description": "Rows as CSV (RFC 4180, UTF-8): a header of column names, then one line per row.",
    "maxLength": 2000000,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "SetRowsCsv",
    "type": "string"
  },
  "SetRun": {
    "additionalProperties": false,
    "description": "A run of one version of a set template: one job per row, one album for all.",
    "properties": {
      "adapters": {
        "description": "The adapters that it generates with, pinned.",
        "items": {
          "$ref": "#/components/schemas/AdapterProvenance"
        },
        "maxItems": 8,
        "type": "array"
      },
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album that it fills; 404 if the album was deleted."
      },
      "counts": {
        "$ref": "#/components/schemas/StateCounts",
        "description": "Rows by state."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was requested."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who started it; null if that user was deleted."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine that generates its images."
      },
      "estimate": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Estimate"
          },
          {
            "type": "null"
          }
        ],
        "description": "Estimated time to completion from now; null if it is finished or there is no basis for an estimate."
      },
      "finished_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When its last row reached a final state; null before that."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set run."
      },
      "model": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ModelName"
          },
          {
            "type": "null"
          }
        ],
        "description": "The model that it generates with, with its digest if that was known; null: the engine's own."
      },
      "progress": {
        "$ref": "#/components/schemas/Progress",
        "description": "The fraction of the work that is done."
      },
      "row_count": {
        "description": "The number of rows.",
        "maximum": 1000,
        "minimum": 1,
        "type": "integer"
      },
      "seed": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Seed"
          },
          {
            "type": "null"
          }
        ],
        "description": "The seed of the first row; null for others than its owner and admins, except for editors who see an image of each row."
      },
      "set_template_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set template."
      },
      "set_template_version": {
        "$ref": "#/components/schemas/Version",
        "description": "The pinned version; later changes do not affect it."
      },
      "started_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When its first job started; null before that."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "`queued` until the first job starts, `running` until the last one ends; then `succeeded` if all rows did, else `cancelled` if the run was cancelled or, with no row failed, single rows were, else `failed`."
      },
      "theme": {
        "$ref": "#/components/schemas/Line",
        "description": "The theme."
      }
    },
    "required": [
      "id",
      "set_template_id",
      "set_template_version",
      "album_id",
      "theme",
      "engine",
      "model",
      "adapters",
      "state",
      "counts",
      "row_count",
      "progress",
      "seed",
      "estimate",
      "created_by",
      "created_at",
      "started_at",
      "finished_at"
    ],
    "title": "SetRun",
    "type": "object"
  },
  "SetRunDetail": {
    "additionalProperties": false,
    "description": "A set run with the state of each row.",
    "properties": {
      "adapters": {
        "description": "The adapters that it generates with, pinned.",
        "items": {
          "$ref": "#/components/schemas/AdapterProvenance"
        },
        "maxItems": 8,
        "type": "array"
      },
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album that it fills; 404 if the album was deleted."
      },
      "counts": {
        "$ref": "#/components/schemas/StateCounts",
        "description": "Rows by state."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was requested."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who started it; null if that user was deleted."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine that generates its images."
      },
      "estimate": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Estimate"
          },
          {
            "type": "null"
          }
        ],
        "description": "Estimated time to completion from now; null if it is finished or there is no basis for an estimate."
      },
      "finished_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When its last row reached a final state; null before that."
      },
      "grid": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Grid"
          },
          {
            "type": "null"
          }
        ],
        "description": "The axes, if it is a grid; null if it is not, or the caller may not read the prompts of its pictures."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set run."
      },
      "model": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ModelName"
          },
          {
            "type": "null"
          }
        ],
        "description": "The model that it generates with, with its digest if that was known; null: the engine's own."
      },
      "progress": {
        "$ref": "#/components/schemas/Progress",
        "description": "The fraction of the work that is done."
      },
      "row_count": {
        "description": "The number of rows.",
        "maximum": 1000,
        "minimum": 1,
        "type": "integer"
      },
      "rows": {
        "description": "The rows, in their order; of a grid, its cells, the last axis changing first.",
        "items": {
          "$ref": "#/components/schemas/SetRunRow"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "seed": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Seed"
          },
          {
            "type": "null"
          }
        ],
        "description": "The seed of the first row; null for others than its owner and admins, except for editors who see an image of each row."
      },
      "set_template_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set template."
      },
      "set_template_version": {
        "$ref": "#/components/schemas/Version",
        "description": "The pinned version; later changes do not affect it."
      },
      "started_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When its first job started; null before that."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "`queued` until the first job starts, `running` until the last one ends; then `succeeded` if all rows did, else `cancelled` if the run was cancelled or, with no row failed, single rows were, else `failed`."
      },
      "theme": {
        "$ref": "#/components/schemas/Line",
        "description": "The theme."
      }
    },
    "required": [
      "id",
      "set_template_id",
      "set_template_version",
      "album_id",
      "theme",
      "engine",
      "model",
      "adapters",
      "state",
      "counts",
      "row_count",
      "progress",
      "seed",
      "estimate",
      "created_by",
      "created_at",
      "started_at",
      "finished_at",
      "grid",
      "rows"
    ],
    "title": "SetRunDetail",
    "type": "object",
    "x-extends": "SetRun"
  },
  "SetRunFinishedMessage": {
    "additionalProperties": false,
    "description": "No job of a set run is left to do; a run whose rows are tried again finishes again.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album that it fills, which may be gone."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it happened."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the message: the same in every attempt, and the header `webhook-id`."
      },
      "kind": {
        "const": "set_run.finished",
        "description": "No job of a set run is left to do; a run whose rows are tried again finishes again.",
        "type": "string"
      },
      "set_run_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set run."
      },
      "state": {
        "$ref": "#/components/schemas/WebhookEndState",
        "description": "How it ended; `failed` if any row failed."
      }
    },
    "required": [
      "kind",
      "id",
      "at",
      "set_run_id",
      "album_id",
      "state"
    ],
    "title": "SetRunFinishedMessage",
    "type": "object"
  },
  "SetRunPage": {
    "additionalProperties": false,
    "description": "One page of set runs, newest first.",
    "properties": {
      "items": {
        "description": "The set runs.",
        "items": {
          "$ref": "#/components/schemas/SetRun"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "SetRunPage",
    "type": "object"
  },
  "SetRunRequest": {
    "additionalProperties": false,
    "description": "Options of a set run; absent fields are taken from the set template.",
    "properties": {
      "adapters": {
        "description": "Adapters to generate with, each once; an empty list uses none. Default: those of the set template, if it is for the same engine. An unknown one is rejected (422 `unknown_adapter`).",
        "items": {
          "$ref": "#/components/schemas/AdapterUse"
        },
        "maxItems": 8,
        "type": "array"
      },
      "album_name": {
        "$ref": "#/components/schemas/Name",
        "description": "The name of the album; default: composed of the set template's name and the theme."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine, as named by getServer; an unknown one is rejected (422 `unknown_engine`)."
      },
      "grid": {
        "$ref": "#/components/schemas/Grid",
        "description": "Draw a grid of one row instead of all rows. All its pictures have the seed of the run, unless an axis says which."
      },
      "guidance_scale": {
        "$ref": "#/components/schemas/GuidanceScale",
        "description": "How closely to follow the prompt."
      },
      "height": {
        "$ref": "#/components/schemas/Side",
        "description": "Height in pixels."
      },
      "model": {
        "$ref": "#/components/schemas/ModelName",
        "description": "The model, as named by listModels; one that the engine lacks is rejected (422 `unknown_model`). Default: that of the set template, if it is for the same engine."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The negative prompt: what not to draw."
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "default": 0,
        "description": "Priority: the higher number goes first."
      },
      "seed": {
        "$ref": "#/components/schemas/Seed",
        "description": "The seed of the first row, the others count up; generated if absent."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "description": "The number of steps."
      },
      "theme": {
        "$ref": "#/components/schemas/Line",
        "description": "The theme; may be empty."
      },
      "width": {
        "$ref": "#/components/schemas/Side",
        "description": "Width in pixels."
      }
    },
    "required": [
      "theme"
    ],
    "title": "SetRunRequest",
    "type": "object"
  },
  "SetRunRow": {
    "additionalProperties": false,
    "description": "A row of a set run and its result.",
    "properties": {
      "cell": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/GridCell"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its place in the grid; null if the run is no grid."
      },
      "error": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/JobError"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it failed; null if it did not."
      },
      "image_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The image it generated; null if there is none or the caller may not see it."
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "Its job."
      },
      "position": {
        "$ref": "#/components/schemas/Position",
        "description": "Its position in the set."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "The state of its job."
      }
    },
    "required": [
      "position",
      "state",
      "job_id",
      "image_id",
      "cell",
      "error"
    ],
    "title": "SetRunRow",
    "type": "object"
  },
  "SetTemplate": {
    "additionalProperties": false,
    "description": "A table of prompts that generates a whole set of images, without its rows.",
    "properties": {
      "adapters": {
        "anyOf": [
          {
            "items": {
              "$ref": "#/components/schemas/AdapterProvenance"
            },
            "maxItems": 8,
            "type": "array"
          },
          {
            "type": "null"
          }
        ],
        "description": "The adapters that its runs use, pinned; null: the studio's own, none."
      },
      "archived_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was archived; null if it is not."
      },
      "base_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The part of the prompt that all images share: `{base_prompt}`."
      },
      "columns": {
        "description": "The columns of its rows, in their order.",
        "items": {
          "$ref": "#/components/schemas/ColumnName"
        },
        "maxItems": 50,
        "type": "array"
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who created it; null if that user was deleted."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "A description; may be empty."
      },
      "engine": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "The engine that its runs use, as named by getServer; null: the studio's own, `press`."
      },
      "example_theme": {
        "$ref": "#/components/schemas/Line",
        "description": "An example theme; previews use it."
      },
      "guidance_scale": {
        "$ref": "#/components/schemas/GuidanceScale",
        "description": "How closely to follow the prompt."
      },
      "height": {
        "$ref": "#/components/schemas/Side",
        "description": "Height in pixels."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set template."
      },
      "model": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ModelName"
          },
          {
            "type": "null"
          }
        ],
        "description": "The model that its runs use, as named by listModels; null: the studio's or the engine's own."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The negative prompt: what not to draw."
      },
      "prompt_template": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The template of a prompt: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. An empty part is removed together with its comma. With `{.}`, which ends a sentence, texts are inserted as they are, and sentences are joined by a full stop and a space."
      },
      "row_count": {
        "description": "The number of rows, which is the number of images a run generates.",
        "maximum": 1000,
        "minimum": 0,
        "type": "integer"
      },
      "slug": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Slug"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its short name, for the command line and for addresses; null: it has none."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "description": "The number of steps."
      },
      "style_suffix": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The style of all images: `{style_suffix}`."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      },
      "version": {
        "$ref": "#/components/schemas/Version",
        "description": "The current version; each change of its content adds one."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it."
      },
      "warnings": {
        "description": "What was left out of the CSV that was sent; empty if nothing was, and in all other answers.",
        "items": {
          "$ref": "#/components/schemas/TableWarning"
        },
        "maxItems": 2,
        "type": "array"
      },
      "width": {
        "$ref": "#/components/schemas/Side",
        "description": "Width in pixels."
      }
    },
    "required": [
      "id",
      "slug",
      "name",
      "description",
      "visibility",
      "version",
      "base_prompt",
      "prompt_template",
      "example_theme",
      "style_suffix",
      "negative_prompt",
      "width",
      "height",
      "steps",
      "guidance_scale",
      "engine",
      "model",
      "adapters",
      "columns",
      "row_count",
      "archived_at",
      "created_by",
      "created_at",
      "updated_at",
      "warnings"
    ],
    "title": "SetTemplate",
    "type": "object"
  },
  "SetTemplateCreate": {
    "additionalProperties": false,
    "description": "A new set template; its rows as JSON or as CSV, not both.",
    "properties": {
      "adapters": {
        "anyOf": [
          {
            "items": {
              "$ref": "#/components/schemas/AdapterUse"
            },
            "maxItems": 8,
            "type": "array"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The adapters that its runs use, each once, pinned; null: the studio's own, none. An unknown one is rejected (422 `unknown_adapter`)."
      },
      "base_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "default": "",
        "description": "The part of the prompt that all images share: `{base_prompt}`."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "default": "",
        "description": "A description; may be empty."
      },
      "engine": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The engine that its runs use, as named by getServer; null: the studio's own, `press`. Each run checks that it is there."
      },
      "example_theme": {
        "$ref": "#/components/schemas/Line",
        "default": "",
        "description": "An example theme; previews use it."
      },
      "guidance_scale": {
        "$ref": "#/components/schemas/GuidanceScale",
        "default": 7.5,
        "description": "How closely to follow the prompt."
      },
      "height": {
        "$ref": "#/components/schemas/Side",
        "default": 512,
        "description": "Height in pixels."
      },
      "model": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ModelName"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The model that its runs use, as named by listModels; null: the studio's or the engine's own. Each run checks that it is there."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "default": "",
        "description": "The negative prompt: what not to draw."
      },
      "prompt_template": {
        "$ref": "#/components/schemas/Prompt",
        "default": "{base_prompt}, {theme}, {row}, {style_suffix}",
        "description": "The template of a prompt: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. An empty part is removed together with its comma. With `{.}`, which ends a sentence, texts are inserted as they are, and sentences are joined by a full stop and a space."
      },
      "rows": {
        "description": "The rows; the columns are all names that occur, in order of first appearance.",
        "items": {
          "$ref": "#/components/schemas/SetRowValues"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "rows_csv": {
        "$ref": "#/components/schemas/SetRowsCsv",
        "description": "The rows as CSV; cannot be combined with `rows` (422 `rows_given_twice`)."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "default": 20,
        "description": "The number of steps."
      },
      "style_suffix": {
        "$ref": "#/components/schemas/Prompt",
        "default": "",
        "description": "The style of all images: `{style_suffix}`."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "default": "shared",
        "description": "Who may see it."
      },
      "width": {
        "$ref": "#/components/schemas/Side",
        "default": 512,
        "description": "Width in pixels."
      }
    },
    "required": [
      "name"
    ],
    "title": "SetTemplateCreate",
    "type": "object"
  },
  "SetTemplatePage": {
    "additionalProperties": false,
    "description": "One page of set templates, newest first.",
    "properties": {
      "items": {
        "description": "The set templates.",
        "items": {
          "$ref": "#/components/schemas/SetTemplate"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "SetTemplatePage",
    "type": "object"
  },
  "SetTemplateRows": {
    "additionalProperties": false,
    "description": "All rows of a set template.",
    "properties": {
      "columns": {
        "description": "The columns, in their order.",
        "items": {
          "$ref": "#/components/schemas/ColumnName"
        },
        "maxItems": 50,
        "type": "array"
      },
      "rows": {
        "description": "The rows, in their order.",
        "items": {
          "$ref": "#/components/schemas/SetRow"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "set_template_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set template."
      },
      "version": {
        "$ref": "#/components/schemas/Version",
        "description": "The version that they belong to."
      },
      "warnings": {
        "description": "What was left out of the CSV that was sent; empty if nothing was, and in all other answers.",
        "items": {
          "$ref": "#/components/schemas/TableWarning"
        },
        "maxItems": 2,
        "type": "array"
      }
    },
    "required": [
      "set_template_id",
      "version",
      "columns",
      "rows",
      "warnings"
    ],
    "title": "SetTemplateRows",
    "type": "object"
  },
  "SetTemplateRowsReplace": {
    "additionalProperties": false,
    "description": "Rows that replace all current ones.",
    "properties": {
      "rows": {
        "description": "The rows, in order; the columns are all names that occur, in order of first appearance.",
        "items": {
          "$ref": "#/components/schemas/SetRowValues"
        },
        "maxItems": 1000,
        "type": "array"
      }
    },
    "required": [
      "rows"
    ],
    "title": "SetTemplateRowsReplace",
    "type": "object"
  },
  "SetTemplateUpdate": {
    "additionalProperties": false,
    "description": "Changes to a set template; absent fields stay unchanged.",
    "minProperties": 1,
    "properties": {
      "adapters": {
        "anyOf": [
          {
            "items": {
              "$ref": "#/components/schemas/AdapterUse"
            },
            "maxItems": 8,
            "type": "array"
          },
          {
            "type": "null"
          }
        ],
        "description": "The adapters that its runs use, each once, pinned; null: the studio's own, none. An unknown one is rejected (422 `unknown_adapter`), unless the set template has it already."
      },
      "base_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The part of the prompt that all images share: `{base_prompt}`."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "A description; may be empty."
      },
      "engine": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "The engine that its runs use, as named by getServer; null: the studio's own, `press`."
      },
      "example_theme": {
        "$ref": "#/components/schemas/Line",
        "description": "An example theme; previews use it."
      },
      "guidance_scale": {
        "$ref": "#/components/schemas/GuidanceScale",
        "description": "How closely to follow the prompt."
      },
      "height": {
        "$ref": "#/components/schemas/Side",
        "description": "Height in pixels."
      },
      "model": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ModelName"
          },
          {
            "type": "null"
          }
        ],
        "description": "The model that its runs use, as named by listModels; null: the studio's or the engine's own."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The negative prompt: what not to draw."
      },
      "prompt_template": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The template of a prompt: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. An empty part is removed together with its comma. With `{.}`, which ends a sentence, texts are inserted as they are, and sentences are joined by a full stop and a space."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "description": "The number of steps."
      },
      "style_suffix": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The style of all images: `{style_suffix}`."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it."
      },
      "width": {
        "$ref": "#/components/schemas/Side",
        "description": "Width in pixels."
      }
    },
    "title": "SetTemplateUpdate",
    "type": "object"
  },
  "Settings": {
    "additionalProperties": false,
    "description": "The studio's defaults: what generate jobs and set runs use where neither they nor the set template say.",
    "properties": {
      "adapters": {
        "anyOf": [
          {
            "items": {
              "$ref": "#/components/schemas/AdapterProvenance"
            },
            "maxItems": 8,
            "type": "array"
          },
          {
            "type": "null"
          }
        ],
        "description": "The adapters, pinned; null: none. They are used with this engine only."
      },
      "engine": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "The engine, as named by getServer; null: `press`."
      },
      "model": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ModelName"
          },
          {
            "type": "null"
          }
        ],
        "description": "The model, as named by listModels; null: the engine's own. It is used with this engine only."
      },
      "updated_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When they were last changed; null if they never were."
      }
    },
    "required": [
      "engine",
      "model",
      "adapters",
      "updated_at"
    ],
    "title": "Settings",
    "type": "object"
  },
  "SettingsUpdate": {
    "additionalProperties": false,
    "description": "Changes to the studio's defaults; absent fields stay unchanged.",
    "minProperties": 1,
    "properties": {
      "adapters": {
        "anyOf": [
          {
            "items": {
              "$ref": "#/components/schemas/AdapterUse"
            },
            "maxItems": 8,
            "type": "array"
          },
          {
            "type": "null"
          }
        ],
        "description": "The adapters, each once; null: none."
      },
      "engine": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "The engine, as named by getServer; null: `press`."
      },
      "model": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/ModelName"
          },
          {
            "type": "null"
          }
        ],
        "description": "The model, as named by listModels; null: the engine's own."
      }
    },
    "title": "SettingsUpdate",
    "type": "object"
  },
  "SettingsUpdatedEvent": {
    "additionalProperties": false,
    "description": "The studio's defaults were changed.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "settings.updated",
        "description": "The defaults changed.",
        "type": "string"
      }
    },
    "required": [
      "id",
      "kind",
      "at"
    ],
    "title": "SettingsUpdatedEvent",
    "type": "object"
  },
  "ShortTitle": {
    "description": "A short title: one line, may be empty.",
    "maxLength": 200,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "ShortTitle",
    "type": "string"
  },
  "Side": {
    "description": "Width or height of a generated image, in pixels; a multiple of 8.",
    "maximum": 2048,
    "minimum": 64,
    "multipleOf": 8,
    "title": "Side",
    "type": "integer"
  },
  "SideMin": {
    "description": "How many pixels the shorter side of an image has at least; of few sizes, so that each has an index.",
    "enum": [
      512,
      1024,
      2048,
      4096
    ],
    "title": "SideMin",
    "type": "integer"
  },
  "SignInLink": {
    "additionalProperties": false,
    "description": "A link that signs a user in once, with its secret.",
    "properties": {
      "expires_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When the link can no longer be used."
      },
      "token": {
        "description": "The secret, for signIn; the link is `/sign-in#token=` and this, at the studio's own address.",
        "maxLength": 43,
        "minLength": 43,
        "pattern": "^[A-Za-z0-9_-]{43}$",
        "type": "string"
      },
      "user_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The user whom it signs in."
      }
    },
    "required": [
      "user_id",
      "token",
      "expires_at"
    ],
    "title": "SignInLink",
    "type": "object"
  },
  "SignInLinkCreate": {
    "additionalProperties": false,
    "description": "A new one-time sign-in link.",
    "properties": {
      "expires_in_seconds": {
        "default": 86400,
        "description": "How long the link can be used, in seconds.",
        "maximum": 2592000,
        "minimum": 60,
        "type": "integer"
      }
    },
    "title": "SignInLinkCreate",
    "type": "object"
  },
  "SignInMethod": {
    "description": "The credentials of a sign-in: a name with a password, or a one-time link.",
    "enum": [
      "password",
      "link"
    ],
    "title": "SignInMethod",
    "type": "string"
  },
  "SignInRequest": {
    "description": "Credentials; `method` selects the schema.",
    "discriminator": {
      "mapping": {
        "link": "#/components/schemas/LinkSignIn",
        "password": "#/components/schemas/PasswordSignIn"
      },
      "propertyName": "method"
    },
    "oneOf": [
      {
        "$ref": "#/components/schemas/PasswordSignIn"
      },
      {
        "$ref": "#/components/schemas/LinkSignIn"
      }
    ],
    "title": "SignInRequest"
  },
  "Slug": {
    "description": "A short name that no other set template has: a letter or digit, followed by letters, digits, `_` and `-`.",
    "maxLength": 64,
    "minLength": 1,
    "pattern": "^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$",
    "title": "Slug",
    "type": "string"
  },
  "Sort": {
    "description": "The order of a list: the newest or the oldest items first.",
    "enum": [
      "newest",
      "oldest"
    ],
    "title": "Sort",
    "type": "string"
  },
  "State": {
    "description": "The state of a job or a set run; `succeeded`, `failed` and `cancelled` are final until it is retried.",
    "enum": [
      "queued",
      "running",
      "succeeded",
      "failed",
      "cancelled"
    ],
    "title": "State",
    "type": "string"
  },
  "StateCounts": {
    "additionalProperties": false,
    "description": "Counts by state.",
    "properties": {
      "cancelled": {
        "$ref": "#/components/schemas/Count",
        "description": "Cancelled on request."
      },
      "failed": {
        "$ref": "#/components/schemas/Count",
        "description": "Failed for good."
      },
      "queued": {
        "$ref": "#/components/schemas/Count",
        "description": "Waiting for a worker."
      },
      "running": {
        "$ref": "#/components/schemas/Count",
        "description": "A worker is running it."
      },
      "succeeded": {
        "$ref": "#/components/schemas/Count",
        "description": "Done."
      }
    },
    "required": [
      "queued",
      "running",
      "succeeded",
      "failed",
      "cancelled"
    ],
    "title": "StateCounts",
    "type": "object"
  },
  "Stats": {
    "additionalProperties": false,
    "description": "Totals of the whole studio, over all users.",
    "properties": {
      "albums": {
        "$ref": "#/components/schemas/VisibilityCounts",
        "description": "Albums by visibility."
      },
      "blob_count": {
        "$ref": "#/components/schemas/Count",
        "description": "Stored files; one that several images share counts once."
      },
      "images": {
        "$ref": "#/components/schemas/ImageSourceCounts",
        "description": "Images by source, without the trash."
      },
      "jobs": {
        "$ref": "#/components/schemas/StateCounts",
        "description": "Jobs by state."
      },
      "set_templates": {
        "$ref": "#/components/schemas/Count",
        "description": "Set templates that are not archived."
      },
      "storage_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "The total size of stored files in bytes."
      },
      "users": {
        "$ref": "#/components/schemas/Count",
        "description": "Users who may sign in."
      }
    },
    "required": [
      "albums",
      "images",
      "jobs",
      "set_templates",
      "users",
      "storage_bytes",
      "blob_count"
    ],
    "title": "Stats",
    "type": "object"
  },
  "Steps": {
    "description": "The number of steps (or passes) per image.",
    "maximum": 100,
    "minimum": 1,
    "title": "Steps",
    "type": "integer"
  },
  "StepsAxis": {
    "additionalProperties": false,
    "description": "Other numbers of steps.",
    "properties": {
      "kind": {
        "const": "steps",
        "description": "What the axis changes.",
        "type": "string"
      },
      "values": {
        "description": "The numbers, in order.",
        "items": {
          "$ref": "#/components/schemas/Steps"
        },
        "maxItems": 50,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "kind",
      "values"
    ],
    "title": "StepsAxis",
    "type": "object"
  },
  "StudioEvent": {
    "description": "An event; `kind` selects the schema. More kinds will be added: ignore those you do not know.",
    "discriminator": {
      "mapping": {
        "adapter.added": "#/components/schemas/AdapterAddedEvent",
        "adapter.changed": "#/components/schemas/AdapterChangedEvent",
        "adapter.deleted": "#/components/schemas/AdapterDeletedEvent",
        "album.changed": "#/components/schemas/AlbumChangedEvent",
        "album.created": "#/components/schemas/AlbumCreatedEvent",
        "album.deleted": "#/components/schemas/AlbumDeletedEvent",
        "bug_report.changed": "#/components/schemas/BugReportChangedEvent",
        "bug_report.created": "#/components/schemas/BugReportCreatedEvent",
        "bug_report.deleted": "#/components/schemas/BugReportDeletedEvent",
        "bug_reports.purged": "#/components/schemas/BugReportsPurgedEvent",
        "gap": "#/components/schemas/GapEvent",
        "image.added": "#/components/schemas/ImageAddedEvent",
        "image.changed": "#/components/schemas/ImageChangedEvent",
        "image.marked": "#/components/schemas/ImageMarkedEvent",
        "image.purged": "#/components/schemas/ImagePurgedEvent",
        "image.removed": "#/components/schemas/ImageRemovedEvent",
        "import.changed": "#/components/schemas/ImportChangedEvent",
        "job.cancel_requested": "#/components/schemas/JobCancelRequestedEvent",
        "job.cancelled": "#/components/schemas/JobCancelledEvent",
        "job.failed": "#/components/schemas/JobFailedEvent",
        "job.preview": "#/components/schemas/JobPreviewEvent",
        "job.queued": "#/components/schemas/JobQueuedEvent",
        "job.running": "#/components/schemas/JobRunningEvent",
        "job.succeeded": "#/components/schemas/JobSucceededEvent",
        "job.updated": "#/components/schemas/JobUpdatedEvent",
        "queue.paused": "#/components/schemas/QueuePausedEvent",
        "queue.resumed": "#/components/schemas/QueueResumedEvent",
        "ready": "#/components/schemas/ReadyEvent",
        "settings.updated": "#/components/schemas/SettingsUpdatedEvent",
        "training_run.advanced": "#/components/schemas/TrainingRunAdvancedEvent",
        "training_run.created": "#/components/schemas/TrainingRunCreatedEvent",
        "training_run.deleted": "#/components/schemas/TrainingRunDeletedEvent",
        "user.changed": "#/components/schemas/UserChangedEvent",
        "user.created": "#/components/schemas/UserCreatedEvent",
        "webhook.changed": "#/components/schemas/WebhookChangedEvent",
        "webhook.created": "#/components/schemas/WebhookCreatedEvent",
        "webhook.deleted": "#/components/schemas/WebhookDeletedEvent"
      },
      "propertyName": "kind"
    },
    "oneOf": [
      {
        "$ref": "#/components/schemas/ReadyEvent"
      },
      {
        "$ref": "#/components/schemas/GapEvent"
      },
      {
        "$ref": "#/components/schemas/JobQueuedEvent"
      },
      {
        "$ref": "#/components/schemas/JobRunningEvent"
      },
      {
        "$ref": "#/components/schemas/JobSucceededEvent"
      },
      {
        "$ref": "#/components/schemas/JobFailedEvent"
      },
      {
        "$ref": "#/components/schemas/JobCancelRequestedEvent"
      },
      {
        "$ref": "#/components/schemas/JobCancelledEvent"
      },
      {
        "$ref": "#/components/schemas/JobUpdatedEvent"
      },
      {
        "$ref": "#/components/schemas/JobPreviewEvent"
      },
      {
        "$ref": "#/components/schemas/QueuePausedEvent"
      },
      {
        "$ref": "#/components/schemas/QueueResumedEvent"
      },
      {
        "$ref": "#/components/schemas/SettingsUpdatedEvent"
      },
      {
        "$ref": "#/components/schemas/AlbumCreatedEvent"
      },
      {
        "$ref": "#/components/schemas/AlbumChangedEvent"
      },
      {
        "$ref": "#/components/schemas/AlbumDeletedEvent"
      },
      {
        "$ref": "#/components/schemas/ImageAddedEvent"
      },
      {
        "$ref": "#/components/schemas/ImageChangedEvent"
      },
      {
        "$ref": "#/components/schemas/ImageMarkedEvent"
      },
      {
        "$ref": "#/components/schemas/ImageRemovedEvent"
      },
      {
        "$ref": "#/components/schemas/BugReportCreatedEvent"
      },
      {
        "$ref": "#/components/schemas/BugReportChangedEvent"
      },
      {
        "$ref": "#/components/schemas/BugReportDeletedEvent"
      },
      {
        "$ref": "#/components/schemas/ImagePurgedEvent"
      },
      {
        "$ref": "#/components/schemas/BugReportsPurgedEvent"
      },
      {
        "$ref": "#/components/schemas/ImportChangedEvent"
      },
      {
        "$ref": "#/components/schemas/TrainingRunCreatedEvent"
      },
      {
        "$ref": "#/components/schemas/TrainingRunAdvancedEvent"
      },
      {
        "$ref": "#/components/schemas/TrainingRunDeletedEvent"
      },
      {
        "$ref": "#/components/schemas/AdapterAddedEvent"
      },
      {
        "$ref": "#/components/schemas/AdapterChangedEvent"
      },
      {
        "$ref": "#/components/schemas/AdapterDeletedEvent"
      },
      {
        "$ref": "#/components/schemas/UserCreatedEvent"
      },
      {
        "$ref": "#/components/schemas/UserChangedEvent"
      },
      {
        "$ref": "#/components/schemas/WebhookCreatedEvent"
      },
      {
        "$ref": "#/components/schemas/WebhookChangedEvent"
      },
      {
        "$ref": "#/components/schemas/WebhookDeletedEvent"
      }
    ],
    "title": "StudioEvent"
  },
  "TableWarning": {
    "additionalProperties": false,
    "description": "Something in a CSV file that was left out.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "The warning: `empty_rows_dropped` or `empty_columns_dropped`, at the end of the file."
      },
      "message": {
        "description": "A description of the warning, for people.",
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      }
    },
    "required": [
      "code",
      "message"
    ],
    "title": "TableWarning",
    "type": "object"
  },
  "Text": {
    "description": "Text with any number of lines; tab, line feed and carriage return are the only control characters allowed.",
    "maxLength": 4000,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "Text",
    "type": "string"
  },
  "ThumbHash": {
    "description": "A ThumbHash in base64: a blurred picture of a few bytes, with its colours and its shape, to show until the picture is there.",
    "maxLength": 36,
    "minLength": 20,
    "pattern": "^[0-9A-Za-z+/]+={0,2}$",
    "title": "ThumbHash",
    "type": "string"
  },
  "ThumbnailSize": {
    "description": "How many pixels the longer side of a thumbnail may have.",
    "enum": [
      320,
      640,
      1280
    ],
    "title": "ThumbnailSize",
    "type": "integer"
  },
  "Timestamp": {
    "description": "A timestamp: RFC 3339, no leap second, and in UTC between the years 1 and 9999; in the years 1 and 9999 it must be given in UTC. Answers are always in UTC.",
    "format": "date-time",
    "maxLength": 40,
    "pattern": "^(?:(?:000[2-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-8][0-9]{3}|9[0-8][0-9]{2}|99[0-8][0-9]|999[0-8])-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])|(?:0001|9999)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:[.][0-9]{1,6})?[Zz])$",
    "title": "Timestamp",
    "type": "string"
  },
  "TokenName": {
    "description": "The purpose of a token; one line, never empty.",
    "maxLength": 100,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "TokenName",
    "type": "string"
  },
  "TraceId": {
    "description": "Identifies one request in responses, logs, jobs and bug reports.",
    "maxLength": 64,
    "minLength": 8,
    "pattern": "^[A-Za-z0-9_-]{8,64}$",
    "title": "TraceId",
    "type": "string"
  },
  "TrainingArtifact": {
    "additionalProperties": false,
    "description": "The adapter that a run produced.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "The file's bytes."
      },
      "format": {
        "$ref": "#/components/schemas/Word",
        "description": "Its format."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "Its size in bytes."
      }
    },
    "required": [
      "adapter_id",
      "format",
      "digest",
      "size_bytes"
    ],
    "title": "TrainingArtifact",
    "type": "object"
  },
  "TrainingCheck": {
    "additionalProperties": false,
    "description": "Whether the data is ready for training, and if not, why.",
    "properties": {
      "dataset": {
        "$ref": "#/components/schemas/TrainingDataset",
        "description": "The training data."
      },
      "findings": {
        "description": "What is missing and how to fix it; fatal ones first.",
        "items": {
          "$ref": "#/components/schemas/TrainingFinding"
        },
        "maxItems": 100,
        "type": "array"
      },
      "parameters": {
        "$ref": "#/components/schemas/TrainingParameters",
        "description": "All parameters, with defaults filled in."
      },
      "ready": {
        "description": "Whether createTrainingRun would accept it.",
        "type": "boolean"
      }
    },
    "required": [
      "ready",
      "findings",
      "dataset",
      "parameters"
    ],
    "title": "TrainingCheck",
    "type": "object"
  },
  "TrainingDataset": {
    "additionalProperties": false,
    "description": "The images and captions that a run trains on, pinned when it was created.",
    "properties": {
      "captioned_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number with a caption."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "SHA-256 of the snapshot: the images, their captions, and which are held out."
      },
      "held_out_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number held out for evaluation."
      },
      "image_count": {
        "$ref": "#/components/schemas/Count",
        "description": "The number of images."
      }
    },
    "required": [
      "digest",
      "image_count",
      "captioned_count",
      "held_out_count"
    ],
    "title": "TrainingDataset",
    "type": "object"
  },
  "TrainingFinding": {
    "additionalProperties": false,
    "description": "Something that prevents training or would make it worse.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "A stable code."
      },
      "fatal": {
        "description": "Whether it prevents training; otherwise it is advice.",
        "type": "boolean"
      },
      "hint": {
        "$ref": "#/components/schemas/Line",
        "description": "How to fix it; may be empty."
      },
      "message": {
        "$ref": "#/components/schemas/Line",
        "description": "What is missing."
      }
    },
    "required": [
      "code",
      "message",
      "hint",
      "fatal"
    ],
    "title": "TrainingFinding",
    "type": "object"
  },
  "TrainingLog": {
    "additionalProperties": false,
    "description": "Whole lines of a training run's log, with their offset.",
    "properties": {
      "next_offset": {
        "description": "The offset to continue at: that of the next line.",
        "maximum": 9007199254740991,
        "minimum": 0,
        "type": "integer"
      },
      "offset": {
        "description": "The offset of the first byte.",
        "maximum": 9007199254740991,
        "minimum": 0,
        "type": "integer"
      },
      "size_bytes": {
        "description": "The size of the log in bytes.",
        "maximum": 9007199254740991,
        "minimum": 0,
        "type": "integer"
      },
      "text": {
        "description": "The lines, with line ends.",
        "maxLength": 65536,
        "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
        "type": "string"
      }
    },
    "required": [
      "text",
      "offset",
      "next_offset",
      "size_bytes"
    ],
    "title": "TrainingLog",
    "type": "object"
  },
  "TrainingLoss": {
    "additionalProperties": false,
    "description": "The loss, lower is better; null until measured.",
    "properties": {
      "best_held_out": {
        "anyOf": [
          {
            "description": "A measurement.",
            "maximum": 9007199254740991,
            "minimum": -9007199254740991,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The lowest loss on held-out images."
      },
      "best_train": {
        "anyOf": [
          {
            "description": "A measurement.",
            "maximum": 9007199254740991,
            "minimum": -9007199254740991,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The lowest training loss."
      },
      "first_held_out": {
        "anyOf": [
          {
            "description": "A measurement.",
            "maximum": 9007199254740991,
            "minimum": -9007199254740991,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The first loss on held-out images."
      },
      "held_out": {
        "anyOf": [
          {
            "description": "A measurement.",
            "maximum": 9007199254740991,
            "minimum": -9007199254740991,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The most recent loss on held-out images."
      },
      "train": {
        "anyOf": [
          {
            "description": "A measurement.",
            "maximum": 9007199254740991,
            "minimum": -9007199254740991,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The most recent training loss."
      }
    },
    "required": [
      "train",
      "best_train",
      "held_out",
      "first_held_out",
      "best_held_out"
    ],
    "title": "TrainingLoss",
    "type": "object"
  },
  "TrainingMetric": {
    "additionalProperties": false,
    "description": "A measurement of a training run.",
    "properties": {
      "name": {
        "description": "What was measured: `train_loss`, `held_out_loss` and others that the engine reports.",
        "maxLength": 40,
        "pattern": "^[a-z][a-z0-9_]{0,39}$",
        "type": "string"
      },
      "step": {
        "description": "The step.",
        "maximum": 10000000,
        "minimum": 0,
        "type": "integer"
      },
      "value": {
        "description": "The measurement.",
        "maximum": 9007199254740991,
        "minimum": -9007199254740991,
        "type": "number"
      }
    },
    "required": [
      "step",
      "name",
      "value"
    ],
    "title": "TrainingMetric",
    "type": "object"
  },
  "TrainingMetrics": {
    "additionalProperties": false,
    "description": "Measurements of a training run, by step and name.",
    "properties": {
      "items": {
        "description": "The measurements.",
        "items": {
          "$ref": "#/components/schemas/TrainingMetric"
        },
        "maxItems": 5000,
        "type": "array"
      },
      "next_since_step": {
        "anyOf": [
          {
            "description": "A step.",
            "maximum": 10000000,
            "minimum": 0,
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "description": "The `since_step` to continue with; null if there are no more yet."
      }
    },
    "required": [
      "items",
      "next_since_step"
    ],
    "title": "TrainingMetrics",
    "type": "object"
  },
  "TrainingParameter": {
    "additionalProperties": false,
    "description": "A training parameter of an engine.",
    "properties": {
      "choices": {
        "description": "The allowed values; empty if any value is allowed.",
        "items": {
          "maxLength": 500,
          "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
          "type": "string"
        },
        "maxItems": 50,
        "type": "array"
      },
      "default": {
        "$ref": "#/components/schemas/TrainingValue",
        "description": "The default; its type is the type of every value."
      },
      "description": {
        "$ref": "#/components/schemas/Line",
        "description": "A description."
      },
      "maximum": {
        "anyOf": [
          {
            "description": "The maximum.",
            "maximum": 9007199254740991,
            "minimum": -9007199254740991,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The maximum; null for parameters that are not numbers."
      },
      "minimum": {
        "anyOf": [
          {
            "description": "The minimum.",
            "maximum": 9007199254740991,
            "minimum": -9007199254740991,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The minimum; null for parameters that are not numbers."
      },
      "name": {
        "description": "Its name.",
        "maxLength": 40,
        "pattern": "^[a-z][a-z0-9_]{0,39}$",
        "type": "string"
      }
    },
    "required": [
      "name",
      "description",
      "default",
      "minimum",
      "maximum",
      "choices"
    ],
    "title": "TrainingParameter",
    "type": "object"
  },
  "TrainingParameters": {
    "additionalProperties": {
      "$ref": "#/components/schemas/TrainingValue"
    },
    "description": "An engine's training parameters, by name; getServer lists them.",
    "maxProperties": 100,
    "propertyNames": {
      "maxLength": 40,
      "pattern": "^[a-z][a-z0-9_]{0,39}$"
    },
    "title": "TrainingParameters",
    "type": "object"
  },
  "TrainingRunAdvancedEvent": {
    "additionalProperties": false,
    "description": "A training run progressed: by one percent, a checkpoint, or a sample.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "training_run.advanced",
        "description": "A training run progressed.",
        "type": "string"
      },
      "step": {
        "description": "The last step that is done.",
        "maximum": 10000000,
        "minimum": 0,
        "type": "integer"
      },
      "steps": {
        "description": "The total number of steps.",
        "maximum": 10000000,
        "minimum": 0,
        "type": "integer"
      },
      "training_run_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The training run."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "training_run_id",
      "step",
      "steps"
    ],
    "title": "TrainingRunAdvancedEvent",
    "type": "object"
  },
  "TrainingRunCreate": {
    "additionalProperties": false,
    "description": "What to train on, and how.",
    "properties": {
      "album_ids": {
        "description": "The albums to train on; identical files are used once.",
        "items": {
          "$ref": "#/components/schemas/Id"
        },
        "maxItems": 20,
        "minItems": 1,
        "type": "array",
        "uniqueItems": true
      },
      "base": {
        "$ref": "#/components/schemas/Line",
        "description": "The base model; default: the engine's own."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "default": "",
        "description": "What it is for."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "default": "press",
        "description": "The engine that trains, as named by getServer."
      },
      "held_out_share": {
        "default": 0.2,
        "description": "The fraction of images held out of training for evaluation; at least one image unless it is 0.",
        "maximum": 0.5,
        "minimum": 0,
        "type": "number"
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "The name of the run and of the adapter it produces."
      },
      "parameters": {
        "$ref": "#/components/schemas/TrainingParameters",
        "default": {},
        "description": "The engine's parameters; absent ones get their defaults."
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "default": 0,
        "description": "Priority: the higher number goes first."
      },
      "seed": {
        "$ref": "#/components/schemas/Seed",
        "description": "The seed; generated if absent. The same seed and images produce the same adapter."
      }
    },
    "required": [
      "name",
      "album_ids"
    ],
    "title": "TrainingRunCreate",
    "type": "object"
  },
  "TrainingRunCreatedEvent": {
    "additionalProperties": false,
    "description": "A training run was created; the events of its job show its progress.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "Its job."
      },
      "kind": {
        "const": "training_run.created",
        "description": "A training run was created.",
        "type": "string"
      },
      "training_run_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The training run."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "training_run_id",
      "job_id"
    ],
    "title": "TrainingRunCreatedEvent",
    "type": "object"
  },
  "TrainingRunDeletedEvent": {
    "additionalProperties": false,
    "description": "A training run was deleted.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "training_run.deleted",
        "description": "A training run was deleted.",
        "type": "string"
      },
      "training_run_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The training run."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "training_run_id"
    ],
    "title": "TrainingRunDeletedEvent",
    "type": "object"
  },
  "TrainingRunFinishedMessage": {
    "additionalProperties": false,
    "description": "A training run succeeded, failed, or was cancelled.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it happened."
      },
      "error_code": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it failed; null if it did not."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the message: the same in every attempt, and the header `webhook-id`."
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "Its job."
      },
      "kind": {
        "const": "training_run.finished",
        "description": "A training run succeeded, failed, or was cancelled.",
        "type": "string"
      },
      "state": {
        "$ref": "#/components/schemas/WebhookEndState",
        "description": "How it ended."
      },
      "training_run_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The training run."
      }
    },
    "required": [
      "kind",
      "id",
      "at",
      "training_run_id",
      "job_id",
      "state",
      "error_code"
    ],
    "title": "TrainingRunFinishedMessage",
    "type": "object"
  },
  "TrainingRunPage": {
    "additionalProperties": false,
    "description": "A page of training runs.",
    "properties": {
      "items": {
        "description": "The items.",
        "items": {
          "$ref": "#/components/schemas/TrainingStatus"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "TrainingRunPage",
    "type": "object"
  },
  "TrainingSample": {
    "additionalProperties": false,
    "description": "An image generated during a training run.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "height": {
        "$ref": "#/components/schemas/Pixels",
        "description": "Its height."
      },
      "step": {
        "description": "The step after which it was generated.",
        "maximum": 10000000,
        "minimum": 0,
        "type": "integer"
      },
      "url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "The path of its PNG."
      },
      "width": {
        "$ref": "#/components/schemas/Pixels",
        "description": "Its width."
      }
    },
    "required": [
      "step",
      "url",
      "width",
      "height",
      "created_at"
    ],
    "title": "TrainingSample",
    "type": "object"
  },
  "TrainingStatus": {
    "additionalProperties": false,
    "description": "A training run: its data, state, loss and result.",
    "properties": {
      "album_ids": {
        "description": "The albums it trains on, without those the caller may not see.",
        "items": {
          "$ref": "#/components/schemas/Id"
        },
        "maxItems": 20,
        "type": "array"
      },
      "artifact": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TrainingArtifact"
          },
          {
            "type": "null"
          }
        ],
        "description": "The adapter it produced; null before that, or if it was deleted."
      },
      "attempt": {
        "description": "The number of the attempt; 0 before the first.",
        "maximum": 100,
        "minimum": 0,
        "type": "integer"
      },
      "base": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Line"
          },
          {
            "type": "null"
          }
        ],
        "description": "The base model; null for the engine's own."
      },
      "cancel_requested": {
        "description": "Whether cancellation was requested.",
        "type": "boolean"
      },
      "checkpoint_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was saved; null if nothing was."
      },
      "checkpoint_step": {
        "anyOf": [
          {
            "description": "A step.",
            "maximum": 10000000,
            "minimum": 0,
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "description": "The step from which it would resume after a crash; null: from the start."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was requested."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The user who requested it; null if that user was deleted."
      },
      "dataset": {
        "$ref": "#/components/schemas/TrainingDataset",
        "description": "The training data."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "What it is for."
      },
      "elapsed_seconds": {
        "anyOf": [
          {
            "description": "Seconds.",
            "maximum": 1000000000000.0,
            "minimum": 0,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The duration of the current or last attempt; null before the first."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine that trains."
      },
      "error": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/JobError"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it, or its last attempt, failed; null if none has."
      },
      "estimate_seconds": {
        "anyOf": [
          {
            "description": "Seconds from now.",
            "maximum": 1000000000000.0,
            "minimum": 0,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "Estimated time to completion from now; null unless it is running."
      },
      "finished_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it reached its final state; null before that."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The training run."
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job that executes it."
      },
      "loss": {
        "$ref": "#/components/schemas/TrainingLoss",
        "description": "The loss."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "parameters": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TrainingParameters"
          },
          {
            "type": "null"
          }
        ],
        "description": "All parameters; null for others than its owner and admins, except for editors who see all of its albums."
      },
      "progress": {
        "$ref": "#/components/schemas/Progress",
        "description": "The progress."
      },
      "sample_requested": {
        "description": "Whether sampleTrainingRun asked for a sample that is still to come; false once the run has ended.",
        "type": "boolean"
      },
      "samples": {
        "description": "The newest samples, by step; empty for everyone but its owner and admins.",
        "items": {
          "$ref": "#/components/schemas/TrainingSample"
        },
        "maxItems": 50,
        "type": "array"
      },
      "save_requested": {
        "description": "Whether saveTrainingRun asked for a checkpoint that is still to come; false once the run has ended.",
        "type": "boolean"
      },
      "seed": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Seed"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its seed; null where `parameters` is null."
      },
      "started_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When its current attempt started; null before the first."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "Its state, which is that of its job."
      },
      "step": {
        "description": "The last step that is done.",
        "maximum": 10000000,
        "minimum": 0,
        "type": "integer"
      },
      "steps": {
        "description": "The total number of steps.",
        "maximum": 10000000,
        "minimum": 0,
        "type": "integer"
      },
      "steps_per_second": {
        "anyOf": [
          {
            "description": "Steps per second.",
            "maximum": 1000000000000.0,
            "minimum": 0,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "Its current speed; null unless it is running."
      },
      "trace_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/TraceId"
          },
          {
            "type": "null"
          }
        ],
        "description": "The trace id of the request that created it."
      }
    },
    "required": [
      "id",
      "name",
      "description",
      "state",
      "engine",
      "base",
      "album_ids",
      "dataset",
      "seed",
      "parameters",
      "job_id",
      "attempt",
      "progress",
      "step",
      "steps",
      "loss",
      "steps_per_second",
      "estimate_seconds",
      "elapsed_seconds",
      "checkpoint_step",
      "checkpoint_at",
      "samples",
      "artifact",
      "cancel_requested",
      "sample_requested",
      "save_requested",
      "error",
      "trace_id",
      "created_by",
      "created_at",
      "started_at",
      "finished_at"
    ],
    "title": "TrainingStatus",
    "type": "object"
  },
  "TrainingValue": {
    "anyOf": [
      {
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      {
        "maximum": 9007199254740991,
        "minimum": -9007199254740991,
        "type": "number"
      },
      {
        "type": "boolean"
      }
    ],
    "description": "A number, string or boolean.",
    "title": "TrainingValue"
  },
  "TrashPurge": {
    "additionalProperties": false,
    "description": "The result of a purge of the trash or its dry run.",
    "properties": {
      "before": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "Images that were moved to the trash before this time are deleted; null if they stay forever."
      },
      "dry_run": {
        "description": "Whether it was a dry run, which deletes nothing.",
        "type": "boolean"
      },
      "freed_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "The bytes of the files, thumbnails included, that were or would be deleted."
      },
      "items": {
        "description": "What was or would be deleted, those first that have been in the trash longest.",
        "items": {
          "$ref": "#/components/schemas/PurgedImage"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "kept": {
        "description": "Images that are old enough and stay, and why, of the 1000 that have been in the trash longest; at most 100.",
        "items": {
          "$ref": "#/components/schemas/KeptImage"
        },
        "maxItems": 100,
        "type": "array"
      },
      "more": {
        "description": "Whether more images are old enough: another request deletes them.",
        "type": "boolean"
      },
      "older_than_days": {
        "anyOf": [
          {
            "maximum": 36500,
            "minimum": 0,
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "description": "The days in the trash; null if images stay there forever and nothing was deleted."
      },
      "purged_count": {
        "description": "The number that were or would be deleted.",
        "maximum": 1000,
        "minimum": 0,
        "type": "integer"
      },
      "shared_file_count": {
        "description": "The number of their files that stay, because another image, or something else, is stored with them.",
        "maximum": 2000,
        "minimum": 0,
        "type": "integer"
      }
    },
    "required": [
      "dry_run",
      "older_than_days",
      "before",
      "purged_count",
      "freed_bytes",
      "shared_file_count",
      "more",
      "items",
      "kept"
    ],
    "title": "TrashPurge",
    "type": "object"
  },
  "TrashPurgeRequest": {
    "additionalProperties": false,
    "description": "Which images of the trash to delete for good.",
    "properties": {
      "dry_run": {
        "default": false,
        "description": "Only report what would be deleted.",
        "type": "boolean"
      },
      "older_than_days": {
        "anyOf": [
          {
            "maximum": 36500,
            "minimum": 0,
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "default": null,
        "description": "The days in the trash, 0 for all images in it; null for the setting `PLATEMARK_TRASH_DAYS`."
      }
    },
    "title": "TrashPurgeRequest",
    "type": "object"
  },
  "User": {
    "additionalProperties": false,
    "description": "A user.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "disabled_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When the user was disabled; null if they are not."
      },
      "has_password": {
        "description": "Whether the user has a password; without one, only a one-time link signs in.",
        "type": "boolean"
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The user."
      },
      "name": {
        "$ref": "#/components/schemas/UserName",
        "description": "The name to sign in with."
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "The user's role."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      }
    },
    "required": [
      "id",
      "name",
      "role",
      "disabled_at",
      "has_password",
      "created_at",
      "updated_at"
    ],
    "title": "User",
    "type": "object"
  },
  "UserChangedEvent": {
    "additionalProperties": false,
    "description": "The role, the password or the access of a user changed; sent to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "user.changed",
        "description": "A user changed.",
        "type": "string"
      },
      "user_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The user."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "user_id"
    ],
    "title": "UserChangedEvent",
    "type": "object"
  },
  "UserCreate": {
    "additionalProperties": false,
    "description": "A new user.",
    "properties": {
      "name": {
        "$ref": "#/components/schemas/UserName",
        "description": "The name to sign in with."
      },
      "password": {
        "$ref": "#/components/schemas/Password",
        "description": "The password; without one, the user signs in by a one-time link (createSignInLink)."
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "The user's role."
      }
    },
    "required": [
      "name",
      "role"
    ],
    "title": "UserCreate",
    "type": "object"
  },
  "UserCreatedEvent": {
    "additionalProperties": false,
    "description": "A user was created; sent to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "user.created",
        "description": "A user was created.",
        "type": "string"
      },
      "user_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The user."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "user_id"
    ],
    "title": "UserCreatedEvent",
    "type": "object"
  },
  "UserName": {
    "description": "The name a user signs in with; case-sensitive.",
    "maxLength": 64,
    "minLength": 1,
    "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
    "title": "UserName",
    "type": "string"
  },
  "UserPage": {
    "additionalProperties": false,
    "description": "One page of users, newest first.",
    "properties": {
      "items": {
        "description": "The users.",
        "items": {
          "$ref": "#/components/schemas/User"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "UserPage",
    "type": "object"
  },
  "UserUpdate": {
    "additionalProperties": false,
    "description": "Changes to a user; absent fields stay unchanged.",
    "minProperties": 1,
    "properties": {
      "disabled": {
        "description": "Whether the user is disabled.",
        "type": "boolean"
      },
      "keep_api_tokens": {
        "default": false,
        "description": "Whether the user's API tokens survive the new password.",
        "type": "boolean"
      },
      "password": {
        "$ref": "#/components/schemas/Password",
        "description": "A new password."
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "The user's role."
      }
    },
    "title": "UserUpdate",
    "type": "object"
  },
  "Version": {
    "description": "The number of a set template's version; the first is 1, each change adds one.",
    "maximum": 1000000,
    "minimum": 1,
    "title": "Version",
    "type": "integer"
  },
  "Visibility": {
    "description": "Who may see it: `private`: its owner and admins; `shared`: everyone signed in; `public`: anyone.",
    "enum": [
      "private",
      "shared",
      "public"
    ],
    "title": "Visibility",
    "type": "string"
  },
  "VisibilityCounts": {
    "additionalProperties": false,
    "description": "Counts by visibility.",
    "properties": {
      "private": {
        "$ref": "#/components/schemas/Count",
        "description": "Visible to its owner and admins."
      },
      "public": {
        "$ref": "#/components/schemas/Count",
        "description": "Visible to anyone."
      },
      "shared": {
        "$ref": "#/components/schemas/Count",
        "description": "Visible to everyone signed in."
      }
    },
    "required": [
      "private",
      "shared",
      "public"
    ],
    "title": "VisibilityCounts",
    "type": "object"
  },
  "Webhook": {
    "additionalProperties": false,
    "description": "A URL that is told what happens in the studio.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The admin who created it; null if that user is gone or it was created on the command line."
      },
      "description": {
        "$ref": "#/components/schemas/Line",
        "description": "What it is for; may be empty."
      },
      "disabled_reason": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/WebhookDisabledReason"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it is off; null while it is on."
      },
      "enabled": {
        "description": "Whether it is told of anything.",
        "type": "boolean"
      },
      "failing_since": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "The first failed attempt since the last success; null if there is none."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the webhook."
      },
      "kinds": {
        "$ref": "#/components/schemas/WebhookKinds",
        "description": "What it is told of."
      },
      "last_delivered_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When a message reached it last; null if none did."
      },
      "previous_secret_expires_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "Until when the previous secret signs messages, too; null if it does not."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When an admin changed it last, or it was turned off."
      },
      "url": {
        "$ref": "#/components/schemas/WebhookUrl",
        "description": "Where messages are sent."
      }
    },
    "required": [
      "id",
      "url",
      "kinds",
      "description",
      "enabled",
      "disabled_reason",
      "failing_since",
      "last_delivered_at",
      "previous_secret_expires_at",
      "created_by",
      "created_at",
      "updated_at"
    ],
    "title": "Webhook",
    "type": "object"
  },
  "WebhookAttempt": {
    "additionalProperties": false,
    "description": "An attempt to deliver a message.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it began."
      },
      "error_code": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it failed; null if it succeeded."
      },
      "message": {
        "$ref": "#/components/schemas/Line",
        "description": "What went wrong, or the beginning of the answer."
      },
      "seconds": {
        "description": "How long it took.",
        "maximum": 100000,
        "minimum": 0,
        "type": "number"
      },
      "status": {
        "anyOf": [
          {
            "maximum": 999,
            "minimum": 100,
            "type": "integer"
          },
          {
            "type": "null"
          }
        ],
        "description": "The status of the answer; null if there was none."
      }
    },
    "required": [
      "at",
      "seconds",
      "status",
      "error_code",
      "message"
    ],
    "title": "WebhookAttempt",
    "type": "object"
  },
  "WebhookChangedEvent": {
    "additionalProperties": false,
    "description": "A webhook was changed, got another secret or was turned off; sent to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "webhook.changed",
        "description": "A webhook was changed.",
        "type": "string"
      },
      "webhook_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The webhook."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "webhook_id"
    ],
    "title": "WebhookChangedEvent",
    "type": "object"
  },
  "WebhookCreate": {
    "additionalProperties": false,
    "description": "A new webhook.",
    "properties": {
      "description": {
        "$ref": "#/components/schemas/Line",
        "default": "",
        "description": "What it is for."
      },
      "kinds": {
        "$ref": "#/components/schemas/WebhookKinds",
        "description": "What it is told of."
      },
      "url": {
        "$ref": "#/components/schemas/WebhookUrl",
        "description": "Where messages are sent."
      }
    },
    "required": [
      "url",
      "kinds"
    ],
    "title": "WebhookCreate",
    "type": "object"
  },
  "WebhookCreated": {
    "additionalProperties": false,
    "description": "A new webhook with its secret, which is shown only once.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was created."
      },
      "created_by": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The admin who created it; null if that user is gone or it was created on the command line."
      },
      "description": {
        "$ref": "#/components/schemas/Line",
        "description": "What it is for; may be empty."
      },
      "disabled_reason": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/WebhookDisabledReason"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it is off; null while it is on."
      },
      "enabled": {
        "description": "Whether it is told of anything.",
        "type": "boolean"
      },
      "failing_since": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "The first failed attempt since the last success; null if there is none."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the webhook."
      },
      "kinds": {
        "$ref": "#/components/schemas/WebhookKinds",
        "description": "What it is told of."
      },
      "last_delivered_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When a message reached it last; null if none did."
      },
      "previous_secret_expires_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "Until when the previous secret signs messages, too; null if it does not."
      },
      "secret": {
        "$ref": "#/components/schemas/WebhookSecretText",
        "description": "What signs its messages."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When an admin changed it last, or it was turned off."
      },
      "url": {
        "$ref": "#/components/schemas/WebhookUrl",
        "description": "Where messages are sent."
      }
    },
    "required": [
      "id",
      "url",
      "kinds",
      "description",
      "enabled",
      "disabled_reason",
      "failing_since",
      "last_delivered_at",
      "previous_secret_expires_at",
      "created_by",
      "created_at",
      "updated_at",
      "secret"
    ],
    "title": "WebhookCreated",
    "type": "object",
    "x-extends": "Webhook"
  },
  "WebhookCreatedEvent": {
    "additionalProperties": false,
    "description": "A webhook was created; sent to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "webhook.created",
        "description": "A webhook was created.",
        "type": "string"
      },
      "webhook_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The webhook."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "webhook_id"
    ],
    "title": "WebhookCreatedEvent",
    "type": "object"
  },
  "WebhookDeletedEvent": {
    "additionalProperties": false,
    "description": "A webhook was deleted; sent to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "The time."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "webhook.deleted",
        "description": "A webhook was deleted.",
        "type": "string"
      },
      "webhook_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The webhook."
      }
    },
    "required": [
      "id",
      "kind",
      "at",
      "webhook_id"
    ],
    "title": "WebhookDeletedEvent",
    "type": "object"
  },
  "WebhookDelivery": {
    "additionalProperties": false,
    "description": "A message for a webhook, and how far it got.",
    "properties": {
      "attempt_count": {
        "description": "How many attempts there were.",
        "maximum": 1000,
        "minimum": 0,
        "type": "integer"
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When the message was made."
      },
      "error_code": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it did not arrive so far; null if it did, or was not tried yet."
      },
      "finished_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was delivered or given up; null while it waits."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the delivery, which is that of its message: the header `webhook-id`."
      },
      "kind": {
        "$ref": "#/components/schemas/WebhookMessageKind",
        "description": "The kind of the message."
      },
      "next_attempt_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When the next attempt is due; null if there is none."
      },
      "state": {
        "$ref": "#/components/schemas/WebhookDeliveryState",
        "description": "Its state."
      },
      "webhook_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The webhook."
      }
    },
    "required": [
      "id",
      "webhook_id",
      "kind",
      "state",
      "attempt_count",
      "next_attempt_at",
      "error_code",
      "created_at",
      "finished_at"
    ],
    "title": "WebhookDelivery",
    "type": "object"
  },
  "WebhookDeliveryDetail": {
    "additionalProperties": false,
    "description": "A delivery with its message and its latest attempts.",
    "properties": {
      "attempt_count": {
        "description": "How many attempts there were.",
        "maximum": 1000,
        "minimum": 0,
        "type": "integer"
      },
      "attempts": {
        "description": "The latest attempts, the first of them first.",
        "items": {
          "$ref": "#/components/schemas/WebhookAttempt"
        },
        "maxItems": 20,
        "type": "array"
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When the message was made."
      },
      "error_code": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Word"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it did not arrive so far; null if it did, or was not tried yet."
      },
      "finished_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was delivered or given up; null while it waits."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the delivery, which is that of its message: the header `webhook-id`."
      },
      "kind": {
        "$ref": "#/components/schemas/WebhookMessageKind",
        "description": "The kind of the message."
      },
      "message": {
        "$ref": "#/components/schemas/WebhookMessage",
        "description": "The message, as it is sent."
      },
      "next_attempt_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When the next attempt is due; null if there is none."
      },
      "state": {
        "$ref": "#/components/schemas/WebhookDeliveryState",
        "description": "Its state."
      },
      "webhook_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The webhook."
      }
    },
    "required": [
      "id",
      "webhook_id",
      "kind",
      "state",
      "attempt_count",
      "next_attempt_at",
      "error_code",
      "created_at",
      "finished_at",
      "message",
      "attempts"
    ],
    "title": "WebhookDeliveryDetail",
    "type": "object",
    "x-extends": "WebhookDelivery"
  },
  "WebhookDeliveryPage": {
    "additionalProperties": false,
    "description": "One page of a webhook's deliveries, newest first.",
    "properties": {
      "items": {
        "description": "The items of the page.",
        "items": {
          "$ref": "#/components/schemas/WebhookDelivery"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "WebhookDeliveryPage",
    "type": "object"
  },
  "WebhookDeliveryState": {
    "description": "`waiting` for its next attempt, `delivered`, or `failed`: given up.",
    "enum": [
      "waiting",
      "delivered",
      "failed"
    ],
    "title": "WebhookDeliveryState",
    "type": "string"
  },
  "WebhookDisabledReason": {
    "description": "Why a webhook is off: an admin turned it off (`by_admin`), its receiver answered 410 (`gone`), or no message has reached it for three days (`unreachable`).",
    "enum": [
      "by_admin",
      "gone",
      "unreachable"
    ],
    "title": "WebhookDisabledReason",
    "type": "string"
  },
  "WebhookEndState": {
    "description": "How it ended: `succeeded`, `failed` or `cancelled`.",
    "enum": [
      "succeeded",
      "failed",
      "cancelled"
    ],
    "title": "WebhookEndState",
    "type": "string"
  },
  "WebhookImportState": {
    "description": "How a phase of an import ended: `planned`, `applied`, `undone`, `failed` or `cancelled`.",
    "enum": [
      "planned",
      "applied",
      "undone",
      "failed",
      "cancelled"
    ],
    "title": "WebhookImportState",
    "type": "string"
  },
  "WebhookKind": {
    "description": "What a webhook may be told of.",
    "enum": [
      "job.finished",
      "set_run.finished",
      "training_run.finished",
      "import.finished",
      "bug_report.created"
    ],
    "title": "WebhookKind",
    "type": "string"
  },
  "WebhookKinds": {
    "description": "What the webhook is told of.",
    "items": {
      "$ref": "#/components/schemas/WebhookKind"
    },
    "maxItems": 5,
    "minItems": 1,
    "title": "WebhookKinds",
    "type": "array",
    "uniqueItems": true
  },
  "WebhookMessage": {
    "description": "What a webhook is sent; `kind` selects the schema. More kinds and fields will be added: ignore those you do not know.",
    "discriminator": {
      "mapping": {
        "bug_report.created": "#/components/schemas/BugReportCreatedMessage",
        "import.finished": "#/components/schemas/ImportFinishedMessage",
        "job.finished": "#/components/schemas/JobFinishedMessage",
        "set_run.finished": "#/components/schemas/SetRunFinishedMessage",
        "training_run.finished": "#/components/schemas/TrainingRunFinishedMessage",
        "webhook.ping": "#/components/schemas/WebhookPingMessage"
      },
      "propertyName": "kind"
    },
    "oneOf": [
      {
        "$ref": "#/components/schemas/JobFinishedMessage"
      },
      {
        "$ref": "#/components/schemas/SetRunFinishedMessage"
      },
      {
        "$ref": "#/components/schemas/TrainingRunFinishedMessage"
      },
      {
        "$ref": "#/components/schemas/ImportFinishedMessage"
      },
      {
        "$ref": "#/components/schemas/BugReportCreatedMessage"
      },
      {
        "$ref": "#/components/schemas/WebhookPingMessage"
      }
    ],
    "title": "WebhookMessage"
  },
  "WebhookMessageKind": {
    "description": "The kind of a message: what a webhook may be told of, or `webhook.ping`, which pingWebhook sends.",
    "enum": [
      "job.finished",
      "set_run.finished",
      "training_run.finished",
      "import.finished",
      "bug_report.created",
      "webhook.ping"
    ],
    "title": "WebhookMessageKind",
    "type": "string"
  },
  "WebhookPage": {
    "additionalProperties": false,
    "description": "One page of webhooks, newest first.",
    "properties": {
      "items": {
        "description": "The items of the page.",
        "items": {
          "$ref": "#/components/schemas/Webhook"
        },
        "maxItems": 200,
        "type": "array"
      },
      "next_cursor": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Cursor"
          },
          {
            "type": "null"
          }
        ],
        "description": "The cursor of the next page; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "WebhookPage",
    "type": "object"
  },
  "WebhookPingMessage": {
    "additionalProperties": false,
    "description": "An admin wants to know whether messages arrive.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it happened."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The id of the message: the same in every attempt, and the header `webhook-id`."
      },
      "kind": {
        "const": "webhook.ping",
        "description": "An admin wants to know whether messages arrive.",
        "type": "string"
      },
      "webhook_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The webhook."
      }
    },
    "required": [
      "kind",
      "id",
      "at",
      "webhook_id"
    ],
    "title": "WebhookPingMessage",
    "type": "object"
  },
  "WebhookSecret": {
    "additionalProperties": false,
    "description": "The new secret of a webhook, which is shown only once.",
    "properties": {
      "previous_secret_expires_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "Until when the previous secret signs them, too."
      },
      "secret": {
        "$ref": "#/components/schemas/WebhookSecretText",
        "description": "What signs its messages from now on."
      }
    },
    "required": [
      "secret",
      "previous_secret_expires_at"
    ],
    "title": "WebhookSecret",
    "type": "object"
  },
  "WebhookSecretText": {
    "description": "A secret that signs messages: `whsec_` and 32 bytes in base64.",
    "maxLength": 50,
    "minLength": 50,
    "pattern": "^whsec_[A-Za-z0-9+/]{43}=$",
    "title": "WebhookSecretText",
    "type": "string"
  },
  "WebhookUpdate": {
    "additionalProperties": false,
    "description": "Changes of a webhook; fields that are left out stay as they are.",
    "minProperties": 1,
    "properties": {
      "description": {
        "$ref": "#/components/schemas/Line",
        "description": "What it is for."
      },
      "enabled": {
        "description": "Whether it is told of anything. One that is turned on hears of what happens from then on.",
        "type": "boolean"
      },
      "kinds": {
        "$ref": "#/components/schemas/WebhookKinds",
        "description": "What it is told of."
      },
      "url": {
        "$ref": "#/components/schemas/WebhookUrl",
        "description": "Where messages are sent."
      }
    },
    "required": [],
    "title": "WebhookUpdate",
    "type": "object"
  },
  "WebhookUrl": {
    "description": "Where messages are sent: an `http` or `https` URL without user name, password or fragment.",
    "maxLength": 2000,
    "minLength": 9,
    "pattern": "^https?://[A-Za-z0-9._~\\[\\]:-]+(?:[/?][!-\"$-~]*)?$",
    "title": "WebhookUrl",
    "type": "string"
  },
  "Word": {
    "description": "A stable code in snake_case that programs may compare.",
    "maxLength": 64,
    "minLength": 1,
    "pattern": "^[a-z][a-z0-9_]{0,63}$",
    "title": "Word",
    "type": "string"
  },
  "WordAxis": {
    "additionalProperties": false,
    "description": "Other texts in place of a word of the prompt template.",
    "properties": {
      "kind": {
        "const": "word",
        "description": "What the axis changes.",
        "type": "string"
      },
      "name": {
        "$ref": "#/components/schemas/Word",
        "description": "The placeholder whose text is replaced: `base_prompt`, `theme`, `style_suffix` or a column; another one is rejected (422 `grid_has_problems`)."
      },
      "values": {
        "description": "The texts, in order.",
        "items": {
          "$ref": "#/components/schemas/Line"
        },
        "maxItems": 50,
        "minItems": 1,
        "type": "array"
      }
    },
    "required": [
      "kind",
      "name",
      "values"
    ],
    "title": "WordAxis",
    "type": "object"
  },
  "Worker": {
    "additionalProperties": false,
    "description": "A process that runs jobs.",
    "properties": {
      "device": {
        "description": "The device its engines use, if they can choose: `cpu`, `cuda:0`.",
        "maxLength": 40,
        "pattern": "^[a-z][a-z0-9]*(:[0-9]{1,3})?$",
        "type": "string"
      },
      "engines": {
        "description": "Its engines.",
        "items": {
          "$ref": "#/components/schemas/Word"
        },
        "maxItems": 50,
        "type": "array"
      },
      "heartbeat_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When its last heartbeat was received."
      },
      "host": {
        "description": "The host it runs on.",
        "maxLength": 255,
        "pattern": "^[A-Za-z0-9._:-]{1,255}$",
        "type": "string"
      },
      "id": {
        "description": "The worker.",
        "maxLength": 100,
        "pattern": "^[A-Za-z0-9][A-Za-z0-9._:@-]{0,99}$",
        "type": "string"
      },
      "job_id": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Id"
          },
          {
            "type": "null"
          }
        ],
        "description": "The job it is running; null while it is idle."
      },
      "pid": {
        "description": "Its process id.",
        "maximum": 4294967295,
        "minimum": 1,
        "type": "integer"
      },
      "started_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it started."
      },
      "state": {
        "$ref": "#/components/schemas/WorkerState",
        "description": "A description."
      }
    },
    "required": [
      "id",
      "host",
      "pid",
      "device",
      "engines",
      "state",
      "job_id",
      "started_at",
      "heartbeat_at"
    ],
    "title": "Worker",
    "type": "object"
  },
  "WorkerState": {
    "description": "`idle`: waiting for a job; `busy`: running one; `stopping`: finishing or releasing its job and taking no other.",
    "enum": [
      "idle",
      "busy",
      "stopping"
    ],
    "title": "WorkerState",
    "type": "string"
  },
  "Workers": {
    "additionalProperties": false,
    "description": "The workers with a recent heartbeat.",
    "properties": {
      "items": {
        "description": "The workers, the longest running first.",
        "items": {
          "$ref": "#/components/schemas/Worker"
        },
        "maxItems": 200,
        "type": "array"
      }
    },
    "required": [
      "items"
    ],
    "title": "Workers",
    "type": "object"
  }
};
