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

/** The JSON Schemas (2020-12) by name; they refer to each other as `#/components/schemas/…`. */
export const schemas: Record<string, Record<string, unknown>> = {
  "Adapter": {
    "additionalProperties": false,
    "description": "What training made or an operator registered, to make pictures with.",
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
        "description": "The model that it is for; null where its engine has but one."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
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
        "description": "Who asked for it; null once that user is gone."
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
        "description": "The pictures and captions that it learned from; null where it was registered."
      },
      "default_weight": {
        "$ref": "#/components/schemas/AdapterWeight",
        "description": "How strongly it tells where nothing is said."
      },
      "description": {
        "$ref": "#/components/schemas/Line",
        "description": "What it is for; may be empty."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "Its bytes."
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
        "description": "The engine that trained it; null where it was registered."
      },
      "format": {
        "$ref": "#/components/schemas/Word",
        "description": "Its format, as `adapter_formats` of an engine names it: `style_plate`, `lora`."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter."
      },
      "metrics": {
        "$ref": "#/components/schemas/AdapterMetrics",
        "description": "The last measurements of its training; empty where it was registered."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "What it is called."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "How many bytes it has."
      },
      "source": {
        "$ref": "#/components/schemas/AdapterSource",
        "description": "How it came to be."
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
        "description": "The training run that made it; null where it was registered, or the run is deleted."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
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
    "description": "There is a new adapter.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "adapter.added",
        "description": "An adapter is new.",
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
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "adapter.changed",
        "description": "An adapter is not as it was.",
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
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "adapter.deleted",
        "description": "An adapter is gone.",
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
    "description": "The last measurements of its training: a number under each name.",
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
        "description": "Where the next page begins; null on the last one."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "AdapterPage",
    "type": "object"
  },
  "AdapterProvenance": {
    "additionalProperties": false,
    "description": "An adapter that a picture was made with.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter; it may be gone."
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
        "description": "The pictures and captions that it learned from, as the training run's `dataset` names them."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "Its bytes."
      },
      "format": {
        "$ref": "#/components/schemas/Word",
        "description": "Its format: `style_plate`, `lora`."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "What it was called."
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
        "description": "The training run that it came of; null where it was registered."
      },
      "weight": {
        "$ref": "#/components/schemas/AdapterWeight",
        "description": "How strongly it told."
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
  "AdapterUpdate": {
    "additionalProperties": false,
    "description": "What to change of an adapter.",
    "minProperties": 1,
    "properties": {
      "default_weight": {
        "$ref": "#/components/schemas/AdapterWeight",
        "description": "How strongly it is to tell where nothing is said."
      },
      "description": {
        "$ref": "#/components/schemas/Line",
        "description": "What it is for."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "What it is to be called."
      }
    },
    "title": "AdapterUpdate",
    "type": "object"
  },
  "AdapterUse": {
    "additionalProperties": false,
    "description": "An adapter to draw with, and how strongly it tells.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter."
      },
      "weight": {
        "$ref": "#/components/schemas/AdapterWeight",
        "description": "How strongly; absent: as is usual for this adapter."
      }
    },
    "required": [
      "adapter_id"
    ],
    "title": "AdapterUse",
    "type": "object"
  },
  "AdapterWeight": {
    "description": "How strongly an adapter tells: 0 … 1 for a style plate, -2 … 2 for a LoRA; 0 changes nothing.",
    "maximum": 2,
    "minimum": -2,
    "title": "AdapterWeight",
    "type": "number"
  },
  "Album": {
    "additionalProperties": false,
    "description": "An ordered collection of images, without them.",
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
        "description": "The image on its cover: the chosen one, else the first; null where the caller may see none."
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
        "description": "The cover's thumbnail; null where there is no cover."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
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
        "description": "The user who made it; null once that user is gone."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "What it is about; may be empty."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "image_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many of its images the caller may see."
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
        "description": "The set run that made it; null where none."
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
        "description": "The set template that it was made from; null where none."
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
        "description": "The version of the set template; null where none."
      },
      "source": {
        "$ref": "#/components/schemas/AlbumSource",
        "description": "How it came to be."
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
        "description": "The theme of the set run; null where none, and hidden (null) from those who are not signed in."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it; says nothing about its images, which have a visibility of their own."
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
      "image_count",
      "created_by",
      "created_at",
      "updated_at"
    ],
    "title": "Album",
    "type": "object"
  },
  "AlbumChangedEvent": {
    "additionalProperties": false,
    "description": "An album has other facts, or other images in it.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "album.changed",
        "description": "An album has changed.",
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
    "description": "An album to make.",
    "properties": {
      "description": {
        "$ref": "#/components/schemas/Text",
        "default": "",
        "description": "What it is about."
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
    "description": "There is a new album.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "album.created",
        "description": "An album is new.",
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
    "description": "An album is gone; its images stay.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "album.deleted",
        "description": "An album is gone.",
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
    "description": "An album with the facts of its set template and its first images.",
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
        "description": "The image on its cover: the chosen one, else the first; null where the caller may see none."
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
        "description": "The cover's thumbnail; null where there is no cover."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
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
        "description": "The user who made it; null once that user is gone."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "What it is about; may be empty."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album."
      },
      "image_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many of its images the caller may see."
      },
      "images": {
        "description": "Its first 50 images that the caller may see, in their order.",
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
        "description": "The `cursor` of listAlbumImages for the rest; null where these are all."
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
        "description": "The set run that made it; null where none."
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
        "description": "The set template that it was made from; null where none."
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
        "description": "The version of the set template; null where none."
      },
      "source": {
        "$ref": "#/components/schemas/AlbumSource",
        "description": "How it came to be."
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
        "description": "The set template that it was made from; null where there is none, where the caller may not see it, or is not signed in."
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
        "description": "The theme of the set run; null where none, and hidden (null) from those who are not signed in."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see it; says nothing about its images, which have a visibility of their own."
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
    "description": "An image and its place in an album.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
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
        "description": "The user who made it; null once that user is gone."
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
        "description": "When it went to the trash; null while it is not there."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "SHA-256 of the file."
      },
      "file_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "Where getImageFile serves its bytes."
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
        "description": "The job that made it; null where none did."
      },
      "media_type": {
        "$ref": "#/components/schemas/ImageMediaType",
        "description": "The format of its bytes."
      },
      "nsfw": {
        "description": "Whether it is marked as not safe for work.",
        "type": "boolean"
      },
      "position": {
        "$ref": "#/components/schemas/Position",
        "description": "Its place; positions rise but may have gaps."
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
        "description": "The prompt that it was made from; null where there was none, and hidden (null) from all but its owner and editors."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "How many bytes the file has."
      },
      "source": {
        "$ref": "#/components/schemas/ImageSource",
        "description": "Where it came from."
      },
      "thumbnail_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "Where getImageThumbnail serves a small WebP of it."
      },
      "title": {
        "$ref": "#/components/schemas/ShortTitle",
        "description": "A short title; may be empty."
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
      "job_id",
      "created_by",
      "created_at",
      "updated_at",
      "deleted_at",
      "position"
    ],
    "title": "AlbumImage",
    "type": "object",
    "x-extends": "Image"
  },
  "AlbumImagePage": {
    "additionalProperties": false,
    "description": "One page of an album's images, in their order.",
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
        "description": "Where the next page begins; null on the last page."
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
    "description": "Images to put at the end of an album.",
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
    "description": "What adding images did.",
    "properties": {
      "added": {
        "$ref": "#/components/schemas/Count",
        "description": "How many were added."
      },
      "already_present": {
        "$ref": "#/components/schemas/Count",
        "description": "How many were there already; they keep their place."
      },
      "image_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many images the album now has that the caller may see."
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
    "description": "Images of an album to move together.",
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
        "description": "The image to put them before, not one of them; null puts them at the end."
      },
      "image_ids": {
        "description": "The images, in the order that they are to have.",
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
    "description": "How well an album's images are labelled.",
    "properties": {
      "captioned_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many of them have a caption."
      },
      "coverage": {
        "$ref": "#/components/schemas/Progress",
        "description": "Which part of them has a caption; 0 for an empty album."
      },
      "image_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many images the caller may see."
      },
      "ready": {
        "description": "Whether one could train on it: at least five images, each with a caption.",
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
        "description": "How many of them have a tag."
      },
      "top_labels": {
        "description": "The labels that most images have, most first.",
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
        "description": "Where the next page begins; null on the last page."
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
    "description": "How an album came to be: by hand, from a set run, or by an import.",
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
    "description": "The set template that an album was made from, as it was then.",
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
        "description": "The theme that it was run with."
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
    "description": "What to change of an album; what is absent stays.",
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
        "description": "An image of the album for its cover; null takes the first."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "What it is about."
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
    "description": "A path of this API, to be joined with the server's origin; never a path of a file system.",
    "maxLength": 200,
    "pattern": "^/api/v1/[A-Za-z0-9/_.-]{1,190}$",
    "title": "ApiPath",
    "type": "string"
  },
  "ApiToken": {
    "additionalProperties": false,
    "description": "An API token, without the token itself.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
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
        "description": "When it stops working; null if never."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The token's id, not the token."
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
        "description": "When it was last used, to within some minutes; null if never."
      },
      "name": {
        "$ref": "#/components/schemas/TokenName",
        "description": "What it is for."
      },
      "prefix": {
        "description": "Its first eight characters, to know it by.",
        "maxLength": 8,
        "pattern": "^pm_[A-Za-z0-9_-]{5}$",
        "type": "string"
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "The most that it may do; never more than its user may."
      }
    },
    "required": [
      "id",
      "name",
      "role",
      "prefix",
      "created_at",
      "last_used_at",
      "expires_at"
    ],
    "title": "ApiToken",
    "type": "object"
  },
  "ApiTokenCreate": {
    "additionalProperties": false,
    "description": "An API token to make.",
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
        "description": "After how many seconds it stops working; null: never."
      },
      "name": {
        "$ref": "#/components/schemas/TokenName",
        "description": "What it is for."
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "The most that it may do; not more than the caller may."
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
    "description": "A new API token, shown this once.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
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
        "description": "When it stops working; null if never."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The token's id, not the token."
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
        "description": "When it was last used, to within some minutes; null if never."
      },
      "name": {
        "$ref": "#/components/schemas/TokenName",
        "description": "What it is for."
      },
      "prefix": {
        "description": "Its first eight characters, to know it by.",
        "maxLength": 8,
        "pattern": "^pm_[A-Za-z0-9_-]{5}$",
        "type": "string"
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "The most that it may do; never more than its user may."
      },
      "token": {
        "description": "The token, for `Authorization: Bearer`; only its digest is kept.",
        "maxLength": 46,
        "pattern": "^pm_[A-Za-z0-9_-]{43}$",
        "type": "string"
      }
    },
    "required": [
      "id",
      "name",
      "role",
      "prefix",
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
        "description": "Where the next page begins; null on the last page."
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
    "description": "By what a caller is known: a session's cookie or an API token.",
    "enum": [
      "session",
      "token"
    ],
    "title": "AuthMethod",
    "type": "string"
  },
  "AuthStatus": {
    "additionalProperties": false,
    "description": "Who is asking, and what they may do.",
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
        "description": "To be sent as `X-CSRF-Token` with each write of this session; null without a session."
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
        "description": "By what the caller is known; null where nobody is signed in."
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
        "description": "The role that counts: the user's, or the lower one of the API token; null where nobody is signed in."
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
        "description": "The user; null where nobody is signed in."
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
    "description": "A bug report, without anything that looked like a secret.",
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
        "description": "What happened instead."
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
        "description": "What the client held in memory."
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
        "description": "The browser, and where in the studio it was."
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
        "description": "The commit that mends it; null while none is known."
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
        "description": "The user who reported it; null where none is known."
      },
      "description": {
        "description": "What is wrong.",
        "maxLength": 20000,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      "duplicate_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many reports are duplicates of this one."
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
        "description": "The report that tells of the same fault; null where none does."
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
        "description": "Which build of the client it was."
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
        "description": "What should have happened."
      },
      "fingerprint": {
        "$ref": "#/components/schemas/Digest",
        "description": "The same for reports of the same fault: a digest of message, top of the stack and route."
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
        "description": "The jobs that the request with this trace id asked for, oldest first.",
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
        "description": "The id that it had in the system that it was imported from; null where it was not."
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
        "description": "What reviewers noted; may be empty.",
        "maxLength": 20000,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      "recent_logs": {
        "description": "The client's log, oldest line first.",
        "items": {
          "$ref": "#/components/schemas/BugReportLog"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "redaction_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How much was taken out before it was stored."
      },
      "redactions": {
        "description": "What was taken out before anything was stored, counted by kind and place.",
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
        "description": "Where the work on it stands."
      },
      "steps_to_reproduce": {
        "description": "How to see it again, step by step.",
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
        "description": "The trace id that joins it with jobs and log lines."
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
        "description": "When."
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
        "description": "The user who did it; null for the studio itself, its command line, and users who are gone."
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
  "BugReportClientMeta": {
    "additionalProperties": false,
    "description": "The browser, and where in the studio it was.",
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
        "description": "The address that was open."
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
        "description": "The system that it runs on."
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
        "description": "The browser, as it calls itself."
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
        "description": "How large the window was."
      }
    },
    "required": [],
    "title": "BugReportClientMeta",
    "type": "object"
  },
  "BugReportEnvironment": {
    "additionalProperties": false,
    "description": "Which build of the client it was.",
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
        "description": "How it was built: production, development."
      }
    },
    "required": [],
    "title": "BugReportEnvironment",
    "type": "object"
  },
  "BugReportExport": {
    "additionalProperties": false,
    "description": "All that the studio knows of a bug report, to be handed on; without anything that looked like a secret.",
    "properties": {
      "exported_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When the bundle was made."
      },
      "format": {
        "const": 1,
        "description": "The form of this bundle.",
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
        "description": "The screenshot as a data URL; null where there is none."
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
        "description": "What it became; null where there is nothing."
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
        "description": "What it was; null where there was nothing."
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
    "description": "A job that a bug report is joined with.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was asked for."
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
        "description": "Why it failed; null where it did not."
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
        "description": "When it came to its final state; null before."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "$ref": "#/components/schemas/JobKind",
        "description": "What it does."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "Where it stands."
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
        "description": "What else was logged with it."
      },
      "level": {
        "default": "info",
        "description": "How bad it is: error, warn, info …",
        "maxLength": 20,
        "minLength": 1,
        "pattern": "^[A-Za-z]+$",
        "type": "string"
      },
      "message": {
        "description": "What was said.",
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
        "description": "Where in the code."
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
        "description": "The stack, one frame a line."
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
        "description": "When."
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
    "description": "A request that the client made, and its answer.",
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
        "description": "How many milliseconds it took."
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
        "description": "Why no answer came."
      },
      "method": {
        "description": "The method.",
        "maxLength": 20,
        "minLength": 1,
        "pattern": "^[A-Za-z]+$",
        "type": "string"
      },
      "request_body": {
        "$ref": "#/components/schemas/JsonValue",
        "default": null,
        "description": "What was sent: a text as it went over the wire, or JSON."
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
        "description": "The headers that were sent."
      },
      "response_body": {
        "$ref": "#/components/schemas/JsonValue",
        "default": null,
        "description": "What came: a text as it went over the wire, or JSON."
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
        "description": "The headers that came."
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
        "description": "The status of the answer; null or 0 where none came."
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
        "description": "The `X-Trace-Id` of the answer."
      },
      "url": {
        "description": "The address.",
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
        "description": "Where the next page begins; null on the last."
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
    "description": "What a purge deleted, or would delete.",
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
        "description": "Only reports from before this moment; null where the studio keeps them for ever."
      },
      "dry_run": {
        "description": "Whether nothing was deleted.",
        "type": "boolean"
      },
      "items": {
        "description": "What went, or would go, oldest first; the first 1000 of them.",
        "items": {
          "$ref": "#/components/schemas/PurgedBugReport"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "kept_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many stay."
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
        "description": "Only reports older than so many days; null where the studio keeps them for ever, and nothing went."
      },
      "purged_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many went, or would go."
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
        "description": "Only tell what would go.",
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
        "description": "Only reports older than so many days, 0 for all; null for the configured retention."
      }
    },
    "title": "BugReportPurgeRequest",
    "type": "object"
  },
  "BugReportReceipt": {
    "additionalProperties": false,
    "description": "The report is stored; this is what was made of it.",
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
        "description": "The report that tells of the same fault already; null where none does."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The report."
      },
      "redaction_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How much was taken out in all."
      },
      "redactions": {
        "description": "What was taken out before anything was stored, counted by kind and place.",
        "items": {
          "$ref": "#/components/schemas/BugReportRedaction"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "trace_id": {
        "$ref": "#/components/schemas/TraceId",
        "description": "The trace id that joins it with jobs and log lines."
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
    "description": "How often something of one kind was taken out of one place.",
    "properties": {
      "count": {
        "description": "How often.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      },
      "kind": {
        "$ref": "#/components/schemas/Word",
        "description": "What it was: password, jwt, credit_card …"
      },
      "place": {
        "description": "Where in the submission it was.",
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
    "description": "Where the work on a bug report stands.",
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
    "description": "A bug report, as a person and their browser tell it. What looks like a secret is taken out before anything is stored.",
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
        "description": "What happened instead."
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
        "description": "What the client held in memory."
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
        "description": "The browser, and where in the studio it was."
      },
      "description": {
        "description": "What is wrong.",
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
        "description": "Which build of the client it was."
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
        "description": "What should have happened."
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
        "description": "How to see it again: the steps, or a text with one step a line."
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
        "description": "The trace id of the request that went wrong; null for that of this request."
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
        "description": "The commit that mends it; null while none is known."
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
        "description": "The user who reported it; null where none is known."
      },
      "description": {
        "description": "What is wrong.",
        "maxLength": 20000,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      "duplicate_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many reports are duplicates of this one."
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
        "description": "The report that tells of the same fault; null where none does."
      },
      "fingerprint": {
        "$ref": "#/components/schemas/Digest",
        "description": "The same for reports of the same fault: a digest of message, top of the stack and route."
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
        "description": "How much was taken out before it was stored."
      },
      "status": {
        "$ref": "#/components/schemas/BugReportStatus",
        "description": "Where the work on it stands."
      },
      "trace_id": {
        "$ref": "#/components/schemas/TraceId",
        "description": "The trace id that joins it with jobs and log lines."
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
    "description": "What to change of a bug report.",
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
        "description": "The commit that mends it; null for none."
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
        "description": "The report that tells of the same fault; null for none."
      },
      "notes": {
        "description": "What reviewers noted, in place of what they noted before.",
        "maxLength": 20000,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      "status": {
        "$ref": "#/components/schemas/BugReportStatus",
        "description": "Where the work on it stands."
      }
    },
    "title": "BugReportUpdate",
    "type": "object"
  },
  "BugReportViewport": {
    "additionalProperties": false,
    "description": "How large the window was, in CSS pixels.",
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
        "description": "How many pixels of the screen to one of CSS."
      },
      "height": {
        "description": "How high.",
        "maximum": 100000,
        "minimum": 0,
        "type": "number"
      },
      "width": {
        "description": "How wide.",
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
    "description": "Old bug reports were deleted; told to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many went."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "bug_reports.purged",
        "description": "Old bug reports are gone.",
        "type": "string"
      },
      "older_than_days": {
        "description": "Only reports older than so many days went.",
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
    "description": "Have pictures described: those named, or all of an album; one of the two is asked for (422 `images_or_album`). What an engine writes are labels of the source `engine`; labels by hand are never touched.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "An album: its images as they are when the job is asked for, in its order; 5000 at most."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine, as getServer names it; where absent the first that describes pictures. The job tells which."
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
        "description": "Describes pictures.",
        "type": "string"
      },
      "only_missing": {
        "default": true,
        "description": "Whether to pass over images that have a caption, by whomever. Where not, what the same engine wrote of an image before is replaced.",
        "type": "boolean"
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "default": 0,
        "description": "Which goes first."
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
  "ColumnName": {
    "description": "The name of a column, as `{name}` in a prompt template calls it.",
    "maxLength": 40,
    "minLength": 1,
    "pattern": "^[a-z][a-z0-9_]{0,39}$",
    "title": "ColumnName",
    "type": "string"
  },
  "Count": {
    "description": "How many there are.",
    "maximum": 9007199254740991,
    "minimum": 0,
    "title": "Count",
    "type": "integer"
  },
  "Cursor": {
    "description": "Where a page begins; opaque. Only a `next_cursor` of the same list, with the same filters, is of use.",
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
  "EngineCapabilities": {
    "additionalProperties": false,
    "description": "What an engine can do; a job that asks for more is refused.",
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
        "description": "Whether the same seed makes the same picture.",
        "type": "boolean"
      },
      "guidance_scale": {
        "description": "Whether it heeds a guidance scale.",
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
        "description": "The greatest width and height."
      },
      "max_steps": {
        "description": "The most steps.",
        "maximum": 10000,
        "minimum": 1,
        "type": "integer"
      },
      "min_side": {
        "$ref": "#/components/schemas/Pixels",
        "description": "The least width and height."
      },
      "negative_prompt": {
        "description": "Whether it heeds a negative prompt.",
        "type": "boolean"
      },
      "previews": {
        "description": "Whether it shows the picture while it is made.",
        "type": "boolean"
      },
      "seed": {
        "description": "Whether it heeds a seed; where not, seeds are taken, and change nothing.",
        "type": "boolean"
      },
      "side_multiple": {
        "description": "Width and height must be multiples of this.",
        "maximum": 1024,
        "minimum": 1,
        "type": "integer"
      },
      "steps": {
        "description": "Whether it heeds a number of steps; where not, only the default is taken.",
        "type": "boolean"
      },
      "trains": {
        "description": "Whether it can learn from an album.",
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
        "description": "What it can do."
      },
      "hint": {
        "anyOf": [
          {
            "description": "What to install or mend.",
            "maxLength": 500,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "What to install or mend when it is not ok; null when it is."
      },
      "name": {
        "$ref": "#/components/schemas/Word",
        "description": "Its name, as `engine` of a job names it."
      },
      "ok": {
        "description": "Whether it can work now.",
        "type": "boolean"
      },
      "training_parameters": {
        "description": "The settings of its training; empty where it does not train.",
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
  "Estimate": {
    "additionalProperties": false,
    "description": "How long something will probably take, from the studio's own past jobs of the same kind and size.",
    "properties": {
      "basis_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many finished jobs the estimate rests on."
      },
      "p50_seconds": {
        "description": "Half of such work takes no longer, in seconds.",
        "maximum": 31536000,
        "minimum": 0,
        "type": "number"
      },
      "p90_seconds": {
        "description": "Nine tenths of such work take no longer, in seconds.",
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
    "description": "The number of an event as the stream says it.",
    "maxLength": 16,
    "pattern": "^(?:0|[1-9][0-9]{0,14})$",
    "title": "EventId",
    "type": "string"
  },
  "EventMessage": {
    "additionalProperties": false,
    "description": "One message of the stream, its fields by their names; comments keep the connection alive in between.",
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
        "description": "What to go on from: the last one received, as `Last-Event-ID`."
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
    "description": "Where the event stands in the order of all that happened; numbers rise, and some are left out.",
    "maximum": 9007199254740991,
    "minimum": 0,
    "title": "EventNumber",
    "type": "integer"
  },
  "GapEvent": {
    "additionalProperties": false,
    "description": "Events after the id that the stream was to go on from are no longer kept, or that id was never given: read what you show anew. The stream goes on from here.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "gap",
        "description": "Something was missed.",
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
    "description": "Make pictures from words.",
    "properties": {
      "adapters": {
        "default": [],
        "description": "Adapters to draw with, each once; one that is not known is refused (422 `unknown_adapter`), as is one that the engine cannot use.",
        "items": {
          "$ref": "#/components/schemas/AdapterUse"
        },
        "maxItems": 8,
        "type": "array"
      },
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "An album to put the images in, at the end."
      },
      "count": {
        "default": 1,
        "description": "How many images to make; their seeds count up from the first.",
        "maximum": 16,
        "minimum": 1,
        "type": "integer"
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "default": "press",
        "description": "The engine, as getServer names it."
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
        "description": "Makes pictures.",
        "type": "string"
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "default": "",
        "description": "What not to draw; engines that cannot heed it refuse it."
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "default": 0,
        "description": "Which goes first."
      },
      "prompt": {
        "description": "What to draw.",
        "maxLength": 2000,
        "minLength": 1,
        "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
        "type": "string"
      },
      "seed": {
        "$ref": "#/components/schemas/Seed",
        "description": "Where to start; made up where absent, and told in the job."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "default": 20,
        "description": "How many steps."
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
  "GuidanceScale": {
    "description": "How closely an engine follows the prompt; 0 leaves it free.",
    "maximum": 30,
    "minimum": 0,
    "title": "GuidanceScale",
    "type": "number"
  },
  "Health": {
    "additionalProperties": false,
    "description": "Whether the studio works, part by part.",
    "properties": {
      "database": {
        "$ref": "#/components/schemas/HealthCheck",
        "description": "Rows can be read and written."
      },
      "queue": {
        "$ref": "#/components/schemas/HealthCheck",
        "description": "Jobs are claimed in good time; a paused queue is well."
      },
      "status": {
        "$ref": "#/components/schemas/HealthStatus",
        "description": "The whole in one word."
      },
      "storage": {
        "$ref": "#/components/schemas/HealthCheck",
        "description": "Bytes can be read and written."
      },
      "workers": {
        "$ref": "#/components/schemas/HealthCheck",
        "description": "At least one worker beats."
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
    "description": "Whether one part of the studio works.",
    "properties": {
      "detail": {
        "anyOf": [
          {
            "description": "What is wrong, for people; names no host, path or secret.",
            "maxLength": 300,
            "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
            "type": "string"
          },
          {
            "type": "null"
          }
        ],
        "description": "What is wrong, for people, without any host, path or secret; null where it works."
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
    "description": "`ok`: all parts work; `degraded`: it answers, but queue or workers need attention; `down`: not ready.",
    "enum": [
      "ok",
      "degraded",
      "down"
    ],
    "title": "HealthStatus",
    "type": "string"
  },
  "Id": {
    "description": "The id of a thing: a UUID, made by the server in the order of time (version 7).",
    "format": "uuid",
    "maxLength": 36,
    "title": "Id",
    "type": "string"
  },
  "Image": {
    "additionalProperties": false,
    "description": "A picture and the facts about it, without its bytes.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
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
        "description": "The user who made it; null once that user is gone."
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
        "description": "When it went to the trash; null while it is not there."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "SHA-256 of the file."
      },
      "file_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "Where getImageFile serves its bytes."
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
        "description": "The job that made it; null where none did."
      },
      "media_type": {
        "$ref": "#/components/schemas/ImageMediaType",
        "description": "The format of its bytes."
      },
      "nsfw": {
        "description": "Whether it is marked as not safe for work.",
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
        "description": "The prompt that it was made from; null where there was none, and hidden (null) from all but its owner and editors."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "How many bytes the file has."
      },
      "source": {
        "$ref": "#/components/schemas/ImageSource",
        "description": "Where it came from."
      },
      "thumbnail_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "Where getImageThumbnail serves a small WebP of it."
      },
      "title": {
        "$ref": "#/components/schemas/ShortTitle",
        "description": "A short title; may be empty."
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
      "job_id",
      "created_by",
      "created_at",
      "updated_at",
      "deleted_at"
    ],
    "title": "Image",
    "type": "object"
  },
  "ImageAddedEvent": {
    "additionalProperties": false,
    "description": "There is a new image, or one came back from the trash.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
        "description": "The job that made it."
      },
      "kind": {
        "const": "image.added",
        "description": "An image is new.",
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
    "description": "An image has other facts.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
        "description": "An image has changed.",
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
    "description": "An image with where it came from, its labels and its albums.",
    "properties": {
      "albums": {
        "description": "The albums that it is in, as far as the caller may see them.",
        "items": {
          "$ref": "#/components/schemas/AlbumReference"
        },
        "maxItems": 200,
        "type": "array"
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
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
        "description": "The user who made it; null once that user is gone."
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
        "description": "When it went to the trash; null while it is not there."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "SHA-256 of the file."
      },
      "file_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "Where getImageFile serves its bytes."
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
        "description": "The job that made it; null where none did."
      },
      "labels": {
        "description": "Its newest labels; listLabels has them all.",
        "items": {
          "$ref": "#/components/schemas/Label"
        },
        "maxItems": 200,
        "type": "array"
      },
      "media_type": {
        "$ref": "#/components/schemas/ImageMediaType",
        "description": "The format of its bytes."
      },
      "nsfw": {
        "description": "Whether it is marked as not safe for work.",
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
        "description": "The prompt that it was made from; null where there was none, and hidden (null) from all but its owner and editors."
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
        "description": "How it was made; null where nothing is known, and hidden (null) from all but its owner and editors."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "How many bytes the file has."
      },
      "source": {
        "$ref": "#/components/schemas/ImageSource",
        "description": "Where it came from."
      },
      "thumbnail_url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "Where getImageThumbnail serves a small WebP of it."
      },
      "title": {
        "$ref": "#/components/schemas/ShortTitle",
        "description": "A short title; may be empty."
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
      "job_id",
      "created_by",
      "created_at",
      "updated_at",
      "deleted_at",
      "provenance",
      "labels",
      "albums"
    ],
    "title": "ImageDetail",
    "type": "object",
    "x-extends": "Image"
  },
  "ImageMediaType": {
    "description": "The formats of pictures that are kept.",
    "enum": [
      "image/png",
      "image/jpeg",
      "image/webp"
    ],
    "title": "ImageMediaType",
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
        "description": "Where the next page begins; null on the last page."
      }
    },
    "required": [
      "items",
      "next_cursor"
    ],
    "title": "ImagePage",
    "type": "object"
  },
  "ImageRemovedEvent": {
    "additionalProperties": false,
    "description": "An image was put in the trash.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
        "description": "An image is in the trash.",
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
    "description": "Where an image came from: made by a job, uploaded by someone, or brought in by an import.",
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
    "description": "How many images came from where.",
    "properties": {
      "generated": {
        "$ref": "#/components/schemas/Count",
        "description": "Made by a job."
      },
      "imported": {
        "$ref": "#/components/schemas/Count",
        "description": "Brought in by an import."
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
    "description": "What to change of an image; what is absent stays.",
    "minProperties": 1,
    "properties": {
      "nsfw": {
        "description": "Whether it is marked as not safe for work.",
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
    "description": "A picture to keep, as parts of a form.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "An album to put it in, at the end."
      },
      "caption": {
        "$ref": "#/components/schemas/LabelText",
        "description": "A caption to label it with."
      },
      "file": {
        "contentMediaType": "application/octet-stream",
        "description": "The bytes of a PNG, JPEG or WebP; what they are is read off the bytes.",
        "format": "binary",
        "maxLength": 33554432,
        "minLength": 1,
        "type": "string"
      },
      "nsfw": {
        "default": false,
        "description": "Whether it is marked as not safe for work.",
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
    "description": "A folder that is taken over: planned first, then applied, verified, undone as one asks.",
    "properties": {
      "applied_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was last applied to its end; null before."
      },
      "cancel_requested": {
        "description": "Whether someone asked to stop what runs.",
        "type": "boolean"
      },
      "counts": {
        "$ref": "#/components/schemas/ImportCounts",
        "description": "The plan's items by outcome."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was asked for."
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
        "description": "The admin who asked for it, who owns what it makes; null for the command line, and once that user is gone."
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
        "description": "SHA-256 of the plan, which applyImport wants; null until it is planned."
      },
      "discrepancies": {
        "description": "What is not as it should be, after the latest apply, verify or undo; the most frequent first. listImportItems names the items.",
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
        "description": "Why the phase failed; null where it did not."
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
        "description": "What it takes over."
      },
      "phase": {
        "$ref": "#/components/schemas/ImportPhase",
        "description": "What was asked of it last."
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
        "description": "When the plan was complete; null before."
      },
      "progress": {
        "$ref": "#/components/schemas/ImportProgress",
        "description": "How far the phase is."
      },
      "reasons": {
        "description": "The plan's items by outcome and reason, those alone that have one; the most frequent first.",
        "items": {
          "$ref": "#/components/schemas/ImportReason"
        },
        "maxItems": 100,
        "type": "array"
      },
      "results": {
        "$ref": "#/components/schemas/ImportResults",
        "description": "What became of the items."
      },
      "source": {
        "$ref": "#/components/schemas/ImportSourcePath",
        "description": "Where from; one that was asked for on the command line has the folder's name alone."
      },
      "source_checked": {
        "description": "Whether the latest verify read the source too, or found it gone; null before.",
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
        "description": "When the latest phase began; null while it waits."
      },
      "state": {
        "$ref": "#/components/schemas/ImportState",
        "description": "Where that stands."
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
        "description": "When it was undone; null before."
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
        "description": "When it was last verified to its end; null before."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "description": "Who may see what it makes, where the source does not say so itself."
      }
    },
    "required": [
      "id",
      "kind",
      "source",
      "visibility",
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
  "ImportApply": {
    "additionalProperties": false,
    "description": "Which plan to apply.",
    "properties": {
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "The plan's digest: what was read is what is done."
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
    "description": "An import was asked for something, or that began, ended or was stopped; told to admins.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
        "description": "An import has another state.",
        "type": "string"
      },
      "phase": {
        "$ref": "#/components/schemas/ImportPhase",
        "description": "What was asked of it last."
      },
      "state": {
        "$ref": "#/components/schemas/ImportState",
        "description": "Where that stands."
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
    "description": "How many items a plan has of each outcome.",
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
        "description": "Not here yet."
      },
      "skipped": {
        "$ref": "#/components/schemas/Count",
        "description": "Not taken, for a reason."
      },
      "unchanged": {
        "$ref": "#/components/schemas/Count",
        "description": "Here already."
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
    "description": "An import to plan.",
    "properties": {
      "kind": {
        "$ref": "#/components/schemas/ImportKind",
        "description": "What to take over."
      },
      "source": {
        "$ref": "#/components/schemas/ImportSourcePath",
        "description": "Where from; listImportSources names the configured sources."
      },
      "visibility": {
        "$ref": "#/components/schemas/Visibility",
        "default": "private",
        "description": "Who may see what it makes, where the source does not say so itself."
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
    "description": "How many items differ from what the import made, in the same way.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "In which way: `missing`, `corrupt`, `orphaned`, `altered` here, `source_missing`, `source_altered`, or why it failed or was kept."
      },
      "count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many."
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
        "description": "Why, for programs."
      },
      "message": {
        "description": "Why, for people; names no path of the server's disk.",
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
  "ImportItem": {
    "additionalProperties": false,
    "description": "One thing of a source: a picture, a folder that becomes an album, a set; or what is not taken, and why.",
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
        "description": "What is not as it should be, for programs; null where all is well."
      },
      "discrepancy_message": {
        "description": "The same for people; may be empty.",
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "key": {
        "$ref": "#/components/schemas/ImportKey",
        "description": "Where it lies."
      },
      "message": {
        "description": "Why, for people; may be empty.",
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "outcome": {
        "$ref": "#/components/schemas/ImportOutcome",
        "description": "What the plan found."
      },
      "position": {
        "description": "Its place in the plan; the first is 0.",
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
        "description": "Why, for programs; null where the outcome says all."
      },
      "state": {
        "$ref": "#/components/schemas/ImportItemState",
        "description": "How far it is."
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
        "description": "What it became; null before, and for what becomes nothing."
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
    "description": "One page of import items, in the order of the plan.",
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
        "description": "Where the next page begins; null on the last page."
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
    "description": "How far an item is: `planned`; `keeping`, its bytes are being stored; `applied`; `failed`, it could not be applied; `undone`; `kept`, changed here since and therefore not undone.",
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
    "description": "Items as CSV (RFC 4180, UTF-8): a header, then a line for each item, 5000 at most. The last column is the cursor that continues after the line.",
    "maxLength": 16000000,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "ImportItemsCsv",
    "type": "string"
  },
  "ImportKey": {
    "description": "Where in the source an item lies: a path below it, with slashes between; a folder ends with one.",
    "maxLength": 1000,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "ImportKey",
    "type": "string"
  },
  "ImportKind": {
    "description": "What an import takes over: `media` an outputs tree of pictures with their sidecars, `sets` a folder of set templates (config.yaml and CSV manifests).",
    "enum": [
      "media",
      "sets"
    ],
    "title": "ImportKind",
    "type": "string"
  },
  "ImportOutcome": {
    "description": "What a plan finds of an item: `new`; `unchanged` since an import before; `changed` in the source; `conflicting`, changed in the source and here; `skipped`, for the reason given. Apply does what is new and changed.",
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
        "description": "Where the next page begins; null on the last page."
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
    "description": "What was asked of an import last.",
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
    "description": "How far the latest phase is.",
    "properties": {
      "done": {
        "$ref": "#/components/schemas/Count",
        "description": "How many items are done."
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
        "description": "How many there are; null while the plan still looks for them."
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
    "description": "How many items have an outcome for the same reason.",
    "properties": {
      "count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many."
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
    "description": "What became of the items that were to be done.",
    "properties": {
      "applied": {
        "$ref": "#/components/schemas/Count",
        "description": "Done, and not undone."
      },
      "failed": {
        "$ref": "#/components/schemas/Count",
        "description": "Could not be done; applying again tries them again."
      },
      "kept": {
        "$ref": "#/components/schemas/Count",
        "description": "Not taken back: changed here since."
      },
      "undone": {
        "$ref": "#/components/schemas/Count",
        "description": "Taken back."
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
        "description": "What createImport calls it."
      },
      "readable": {
        "description": "Whether it is there and can be read now.",
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
    "description": "A folder that imports may read: the name of a configured source, or a folder below it, with slashes between. Never a path of the server's disk.",
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
    "description": "Where an import stands: its latest phase waits (`queued`) or runs, or came to its end: `planned`, `applied`, `undone`, `failed`, `cancelled`.",
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
    "description": "What an item became.",
    "properties": {
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "Its id; it may be gone since."
      },
      "kind": {
        "$ref": "#/components/schemas/ImportThingKind",
        "description": "What it is."
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
    "description": "A kind of thing that imports make.",
    "enum": [
      "album",
      "image",
      "set_template"
    ],
    "title": "ImportThingKind",
    "type": "string"
  },
  "ImportUndoSurvey": {
    "additionalProperties": false,
    "description": "What an undo would take back and what it would keep, as things stand now.",
    "properties": {
      "dry_run": {
        "const": true,
        "description": "Nothing was changed.",
        "type": "boolean"
      },
      "kept": {
        "description": "What would be kept, and why; the last of the plan first, at most 1000.",
        "items": {
          "$ref": "#/components/schemas/ImportItem"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "kept_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many would be kept."
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
        "description": "What would be taken back, in the order in which it would be: the last of the plan first, at most 1000.",
        "items": {
          "$ref": "#/components/schemas/ImportItem"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "undone_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many items would be taken back."
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
    "description": "A job: what was asked for, where it stands, what became of it.",
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
        "description": "The album that its images go in, or whose images it describes; null where none."
      },
      "attempt": {
        "description": "Which attempt this is; 0 before the first.",
        "maximum": 100,
        "minimum": 0,
        "type": "integer"
      },
      "cancel_requested": {
        "description": "Whether someone asked to stop it; a running one stops at its next step.",
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
        "description": "What it has described so far; null for other kinds."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was asked for."
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
        "description": "The user who asked for it; null once that user is gone."
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
        "description": "Why it failed, or why its last attempt did; null where none has."
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
        "description": "When it will probably be done, counted from now; null when it is finished or nothing is known yet."
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
        "description": "When it came to its final state; null before."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "image_ids": {
        "description": "The images that it made, in the order of their seeds; those in the trash and those that the caller may not see are left out.",
        "items": {
          "$ref": "#/components/schemas/Id"
        },
        "maxItems": 16,
        "type": "array"
      },
      "kind": {
        "$ref": "#/components/schemas/JobKind",
        "description": "What it does."
      },
      "max_attempts": {
        "description": "After how many attempts it is given up.",
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
        "description": "How many queued jobs go before it; null unless it is queued."
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "description": "Which goes first."
      },
      "progress": {
        "$ref": "#/components/schemas/Progress",
        "description": "How much of the present attempt is done; 1 when it succeeded."
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
        "description": "What was asked for, with every default and the seed filled in; hidden (null) from all but its owner and editors, and null for training, of which its training run tells."
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
        "description": "Its row of the set; null outside of a set run."
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
        "description": "The set run that it belongs to; null where none."
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
        "description": "When its present attempt began; null before the first."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "Where it stands."
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
        "description": "The trace id of the request that asked for it."
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
        "description": "The training run that it does; null for other kinds."
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
        "description": "The worker that has it in hand; null unless it is running, and hidden (null) from viewers."
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
    "description": "A running job was asked to stop.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
        "description": "A job was asked to stop.",
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
  "JobCancelledEvent": {
    "additionalProperties": false,
    "description": "A job was cancelled.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
    "description": "What a job that describes pictures has done so far; the images that are in none of the counts wait.",
    "properties": {
      "captioned_count": {
        "$ref": "#/components/schemas/CaptionImageCount",
        "description": "How many of them it has described."
      },
      "image_count": {
        "$ref": "#/components/schemas/CaptionImageCount",
        "description": "How many images it is to describe."
      },
      "skipped": {
        "$ref": "#/components/schemas/JobCaptionsSkipped",
        "description": "How many it passed over, and why."
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
    "description": "Images that were passed over, by reason.",
    "properties": {
      "engine_refused": {
        "$ref": "#/components/schemas/CaptionImageCount",
        "description": "The engine would not describe it."
      },
      "has_caption": {
        "$ref": "#/components/schemas/CaptionImageCount",
        "description": "It had a caption already."
      },
      "image_gone": {
        "$ref": "#/components/schemas/CaptionImageCount",
        "description": "It was deleted, or hidden from who had asked, before its turn came."
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
        "description": "Why, for programs."
      },
      "message": {
        "description": "Why, for people, and what to do; names no path or secret.",
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
    "description": "A job has failed for good.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "error_code": {
        "$ref": "#/components/schemas/Word",
        "description": "Why."
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
        "description": "A job has failed.",
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
  "JobKind": {
    "description": "What a job does: `generate` makes pictures, `caption` describes them, `train` learns from them.",
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
    "description": "Paths of this API that concern a job.",
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
  "JobQueuedEvent": {
    "additionalProperties": false,
    "description": "A job waits in the queue: a new one, one that is tried again, or one that was given back.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
        "description": "Why the attempt before failed."
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
        "description": "A job waits.",
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
    "description": "What to do; `kind` says which shape it has.",
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
    "description": "A worker has taken a job.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "attempt": {
        "description": "Which attempt this is.",
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
        "description": "A job runs.",
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
    "description": "A job is done; its images are there.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
        "description": "A job is done.",
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
    "description": "What to change of a queued job.",
    "minProperties": 1,
    "properties": {
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "description": "Which goes first."
      }
    },
    "title": "JobUpdate",
    "type": "object"
  },
  "JobUpdatedEvent": {
    "additionalProperties": false,
    "description": "A waiting job has another priority.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
        "description": "A job goes earlier or later.",
        "type": "string"
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "description": "The priority from now on."
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
    "description": "One page of jobs, newest first, and how many there are.",
    "properties": {
      "counts": {
        "$ref": "#/components/schemas/StateCounts",
        "description": "Jobs by state under the filters `kind` and `set_run_id`, whatever `state` is asked for."
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
        "description": "Where the next page begins; null on the last page."
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
    "anyOf": [
      {
        "type": "null"
      },
      {
        "type": "boolean"
      },
      {
        "maximum": 9007199254740991,
        "minimum": -9007199254740991,
        "type": "number"
      },
      {
        "maxLength": 200000,
        "pattern": "^[^\\u0000]*$",
        "type": "string"
      },
      {
        "items": {
          "$ref": "#/components/schemas/JsonValue"
        },
        "maxItems": 2000,
        "type": "array"
      },
      {
        "$ref": "#/components/schemas/JsonObject"
      }
    ],
    "description": "Any JSON: texts without NUL, at most 32 levels deep.",
    "title": "JsonValue"
  },
  "Label": {
    "additionalProperties": false,
    "description": "What someone or something says about a picture.",
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
        "description": "How sure the engine was, 0 … 1; null for labels by hand."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
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
        "description": "The user who made it, or asked for it; null once that user is gone."
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
        "description": "The engine that wrote it; null for labels by hand."
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
        "description": "The engine's version; null for labels by hand, and where it is not known."
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
        "description": "The job that had it written; null for others."
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
        "description": "The model that the engine used; null for labels by hand, and for an engine that has none."
      },
      "source": {
        "$ref": "#/components/schemas/LabelSource",
        "description": "Who wrote it."
      },
      "text": {
        "$ref": "#/components/schemas/LabelText",
        "description": "What it says."
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
  "LabelCount": {
    "additionalProperties": false,
    "description": "A label and how many images have it.",
    "properties": {
      "count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many images have it."
      },
      "kind": {
        "$ref": "#/components/schemas/LabelKind",
        "description": "Caption or tag."
      },
      "text": {
        "$ref": "#/components/schemas/LabelText",
        "description": "What it says."
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
        "description": "What it says."
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
    "description": "A `caption` says in a sentence what a picture shows, a `tag` names one thing in it.",
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
        "description": "Where the next page begins; null on the last page."
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
    "description": "What a label says; never empty.",
    "maxLength": 2000,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "LabelText",
    "type": "string"
  },
  "LabelUpdate": {
    "additionalProperties": false,
    "description": "What to change of a label; what is absent stays.",
    "minProperties": 1,
    "properties": {
      "kind": {
        "$ref": "#/components/schemas/LabelKind",
        "description": "Caption or tag."
      },
      "text": {
        "$ref": "#/components/schemas/LabelText",
        "description": "What it says."
      }
    },
    "title": "LabelUpdate",
    "type": "object"
  },
  "Line": {
    "description": "Text of one line: no control character, no line break.",
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
        "description": "The token of the link; it works once, and not for long.",
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
  "Name": {
    "description": "The name of a thing, shown in lists: one line, never empty.",
    "maxLength": 200,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "Name",
    "type": "string"
  },
  "Password": {
    "description": "A password; never part of an answer, a log or a bug report.",
    "maxLength": 200,
    "minLength": 10,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "Password",
    "type": "string",
    "writeOnly": true
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
    "description": "Width or height of a stored picture, in pixels.",
    "maximum": 65535,
    "minimum": 1,
    "title": "Pixels",
    "type": "integer"
  },
  "Position": {
    "description": "A place in an order; the first is 0.",
    "maximum": 1000000,
    "minimum": 0,
    "title": "Position",
    "type": "integer"
  },
  "PreviewProblem": {
    "additionalProperties": false,
    "description": "Something that stands in the way of a run.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "What is wrong: `no_rows`, `row_empty`, `bad_placeholder` (also a lone brace), `missing_column`, `prompt_too_long`, `prompt_empty`, or what the engine cannot do, such as `width_limit`."
      },
      "message": {
        "description": "What is wrong, for people.",
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
        "description": "The row; null where it concerns all of them."
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
        "description": "The prompt; one that is too long is cut here and is among the problems."
      }
    },
    "required": [
      "position",
      "prompt"
    ],
    "title": "PreviewPrompt",
    "type": "object"
  },
  "Priority": {
    "description": "Which queued job goes first: the higher number; equal ones in the order of their creation.",
    "maximum": 10,
    "minimum": -10,
    "title": "Priority",
    "type": "integer"
  },
  "Problem": {
    "additionalProperties": false,
    "description": "Why a request was not done (RFC 9457). Tells nothing of things the caller may not see, and no inner detail of the server.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "The kind of problem, for programs: a stable word."
      },
      "detail": {
        "description": "This problem, for people; may be empty.",
        "maxLength": 2000,
        "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
        "type": "string"
      },
      "errors": {
        "description": "All that is wrong with the request, as far as it can be pointed at; may be empty.",
        "items": {
          "$ref": "#/components/schemas/ProblemError"
        },
        "maxItems": 100,
        "type": "array"
      },
      "status": {
        "description": "The HTTP status, again.",
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
        "description": "A URI reference that names the kind of problem; `about:blank` where the code says all.",
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
    "description": "One thing that is wrong with a request.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "What is wrong, for programs."
      },
      "message": {
        "description": "What is wrong, for people.",
        "maxLength": 500,
        "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
        "type": "string"
      },
      "pointer": {
        "description": "Where: a JSON pointer into the body (`/name`), `query/…`, `path/…` or `header/…` and the parameter's name, or `line/17` of a CSV; empty for the whole request.",
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
    "description": "How much is done, 0 … 1.",
    "maximum": 1,
    "minimum": 0,
    "title": "Progress",
    "type": "number"
  },
  "Prompt": {
    "description": "Words for an engine: text that may have several lines, empty where nothing is wanted.",
    "maxLength": 2000,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "Prompt",
    "type": "string"
  },
  "Provenance": {
    "additionalProperties": false,
    "description": "All that is needed to make the picture again, and what the engine made of its words.",
    "properties": {
      "adapters": {
        "description": "The adapters that it was made with, and what they came of.",
        "items": {
          "$ref": "#/components/schemas/AdapterProvenance"
        },
        "maxItems": 8,
        "type": "array"
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine that made it."
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
        "description": "The guidance scale; null where an import did not tell."
      },
      "height": {
        "$ref": "#/components/schemas/Pixels",
        "description": "The height asked for."
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
        "description": "The job; null where none is known."
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
        "description": "The model's name and digest; null for an engine that has none."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "What was not wanted; empty where nothing was said."
      },
      "parameters": {
        "$ref": "#/components/schemas/ProvenanceParameters",
        "description": "Whatever else the engine was told or chose."
      },
      "prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The prompt, its placeholders filled in."
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
        "description": "The row of the set; null outside of a set run."
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
        "description": "The seed; null where an import did not tell."
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
        "description": "The set run; null outside of one."
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
        "description": "The set template; null outside of a set run."
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
        "description": "The version of the set template; null outside of a set run."
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
        "description": "The steps; null where an import did not tell."
      },
      "width": {
        "$ref": "#/components/schemas/Pixels",
        "description": "The width asked for."
      },
      "words_ignored": {
        "description": "The words that it did not know.",
        "items": {
          "$ref": "#/components/schemas/Line"
        },
        "maxItems": 500,
        "type": "array"
      },
      "words_used": {
        "description": "The words that the engine knew and drew.",
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
    "description": "The engine's own parameters: a scalar under each name.",
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
    "description": "A scalar: text, number, yes or no, or nothing.",
    "title": "ProvenanceValue"
  },
  "PurgedBugReport": {
    "additionalProperties": false,
    "description": "A bug report that went.",
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
        "description": "Where the work on it stood."
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
  "Queue": {
    "additionalProperties": false,
    "description": "The queue as a whole.",
    "properties": {
      "depth": {
        "$ref": "#/components/schemas/StateCounts",
        "description": "Jobs by state."
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
        "description": "When all that waits will probably be done; null where nothing is known yet."
      },
      "paused": {
        "description": "Whether workers take no new jobs; those in hand go on.",
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
        "description": "Since when it is paused; null while it is not."
      },
      "running": {
        "description": "The jobs in workers' hands, longest first.",
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
    "description": "The receipt for a job: it is stored and will be done.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was asked for."
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
        "description": "When it will probably be done, counted from now; null where nothing is known yet."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job."
      },
      "kind": {
        "$ref": "#/components/schemas/JobKind",
        "description": "What it does."
      },
      "links": {
        "$ref": "#/components/schemas/JobLinks",
        "description": "Where to go on from here."
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
        "description": "How many queued jobs go before it; null once it no longer waits."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "Where it stands."
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
    "description": "The queue was paused: no worker takes a job.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
    "description": "The queue goes on.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "queue.resumed",
        "description": "The queue goes on.",
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
    "description": "What to change of the queue.",
    "minProperties": 1,
    "properties": {
      "paused": {
        "description": "Whether workers are to take no new jobs.",
        "type": "boolean"
      }
    },
    "title": "QueueUpdate",
    "type": "object"
  },
  "ReadyEvent": {
    "additionalProperties": false,
    "description": "All that was missed has been sent; what happens from now on follows as it happens.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "ready",
        "description": "What comes after this is new.",
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
  "Reproduction": {
    "additionalProperties": false,
    "description": "The job that makes a picture again, and whether its bytes will be the same.",
    "properties": {
      "exact": {
        "description": "Whether the same bytes are to be expected.",
        "type": "boolean"
      },
      "job": {
        "$ref": "#/components/schemas/QueueJob",
        "description": "The job that makes it again."
      },
      "reasons": {
        "description": "Why not; empty where they are.",
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
    "description": "What someone may do: a `viewer` looks, an `editor` makes and changes, an `admin` also runs the studio.",
    "enum": [
      "viewer",
      "editor",
      "admin"
    ],
    "title": "Role",
    "type": "string"
  },
  "Seed": {
    "description": "Where an engine's randomness starts: the same seed and the same request make the same picture on the same engine.",
    "maximum": 9007199254740991,
    "minimum": 0,
    "title": "Seed",
    "type": "integer"
  },
  "Server": {
    "additionalProperties": false,
    "description": "What this server is and can do.",
    "properties": {
      "contract_version": {
        "description": "The version of this contract.",
        "maxLength": 50,
        "pattern": "^[0-9A-Za-z.+_-]+$",
        "type": "string"
      },
      "engines": {
        "description": "The engines at hand, by name.",
        "items": {
          "$ref": "#/components/schemas/EngineInfo"
        },
        "maxItems": 50,
        "type": "array"
      },
      "features": {
        "description": "What is switched on here.",
        "items": {
          "$ref": "#/components/schemas/Word"
        },
        "maxItems": 50,
        "type": "array"
      },
      "limits": {
        "$ref": "#/components/schemas/ServerLimits",
        "description": "How much it takes."
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
    "description": "How much the server takes.",
    "properties": {
      "max_body_bytes": {
        "description": "The largest body of JSON or CSV, in bytes; more is 413.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      },
      "max_image_pixels": {
        "description": "The most pixels of an uploaded picture, width times height.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      },
      "max_page_size": {
        "description": "The most items of a page.",
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
        "description": "The most rows of a set template.",
        "maximum": 9007199254740991,
        "minimum": 1,
        "type": "integer"
      },
      "max_upload_bytes": {
        "description": "The largest upload, in bytes; more is 413.",
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
  "SetPreview": {
    "additionalProperties": false,
    "description": "What a run would make, and all that stands in its way.",
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
        "description": "When such a run, begun now, would probably be done; null where nothing is known yet."
      },
      "problems": {
        "description": "All that is wrong; a run is refused while there is anything.",
        "items": {
          "$ref": "#/components/schemas/PreviewProblem"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "prompts": {
        "description": "The first prompts, in the order of their rows.",
        "items": {
          "$ref": "#/components/schemas/PreviewPrompt"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "row_count": {
        "description": "How many pictures a run would make.",
        "maximum": 1000,
        "minimum": 0,
        "type": "integer"
      },
      "version": {
        "$ref": "#/components/schemas/Version",
        "description": "The version that was looked at."
      }
    },
    "required": [
      "version",
      "prompts",
      "problems",
      "row_count",
      "estimate"
    ],
    "title": "SetPreview",
    "type": "object"
  },
  "SetPreviewOverrides": {
    "additionalProperties": false,
    "description": "Fields of a set template, as if it said so.",
    "properties": {
      "base_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "What all pictures share: `{base_prompt}`."
      },
      "guidance_scale": {
        "$ref": "#/components/schemas/GuidanceScale",
        "description": "How closely to follow the prompt."
      },
      "height": {
        "$ref": "#/components/schemas/Side",
        "description": "Height in pixels."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "What not to draw."
      },
      "prompt_template": {
        "$ref": "#/components/schemas/Prompt",
        "description": "How a prompt is put together: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. Empty parts go with their comma."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "description": "How many steps."
      },
      "style_suffix": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The manner of all pictures: `{style_suffix}`."
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
    "description": "What to preview a set with.",
    "properties": {
      "limit": {
        "default": 50,
        "description": "How many prompts to show at most; problems are looked for in all rows.",
        "maximum": 1000,
        "minimum": 1,
        "type": "integer"
      },
      "overrides": {
        "$ref": "#/components/schemas/SetPreviewOverrides",
        "description": "What to take instead of what the set template says, for this preview alone."
      },
      "theme": {
        "$ref": "#/components/schemas/Line",
        "description": "The theme; absent: the example theme."
      }
    },
    "title": "SetPreviewRequest",
    "type": "object"
  },
  "SetRow": {
    "additionalProperties": false,
    "description": "A row and its place.",
    "properties": {
      "position": {
        "$ref": "#/components/schemas/Position",
        "description": "Its place; the first is 0, there are no gaps."
      },
      "values": {
        "$ref": "#/components/schemas/SetRowValues",
        "description": "Its texts, one for each column."
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
    "description": "A row: a text under the name of each column. A column that a row lacks is empty in it.",
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
    "description": "Rows as CSV (RFC 4180, UTF-8): a header of column names, then a line for each row.",
    "maxLength": 2000000,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "SetRowsCsv",
    "type": "string"
  },
  "SetRun": {
    "additionalProperties": false,
    "description": "A run of a set template's version: one job for each row, one album for all.",
    "properties": {
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album that it fills; 404 once someone deleted it."
      },
      "counts": {
        "$ref": "#/components/schemas/StateCounts",
        "description": "Rows by state."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was asked for."
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
        "description": "The user who started it; null once that user is gone."
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
        "description": "When it will probably be done, counted from now; null when it is finished or nothing is known yet."
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
        "description": "When its last row came to a final state; null before."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set run."
      },
      "progress": {
        "$ref": "#/components/schemas/Progress",
        "description": "Which part of the work is done."
      },
      "row_count": {
        "description": "How many rows it has.",
        "maximum": 1000,
        "minimum": 1,
        "type": "integer"
      },
      "seed": {
        "$ref": "#/components/schemas/Seed",
        "description": "The seed of the first row."
      },
      "set_template_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set template."
      },
      "set_template_version": {
        "$ref": "#/components/schemas/Version",
        "description": "The version that it pinned; later changes do not touch it."
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
        "description": "When its first job started; null before."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "`queued` until the first job starts, `running` until the last one ends; then `succeeded` if all rows did, else `cancelled` if that was asked of the run or, with no row failed, of single rows, else `failed`."
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
      "album_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The album that it fills; 404 once someone deleted it."
      },
      "counts": {
        "$ref": "#/components/schemas/StateCounts",
        "description": "Rows by state."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was asked for."
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
        "description": "The user who started it; null once that user is gone."
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
        "description": "When it will probably be done, counted from now; null when it is finished or nothing is known yet."
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
        "description": "When its last row came to a final state; null before."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set run."
      },
      "progress": {
        "$ref": "#/components/schemas/Progress",
        "description": "Which part of the work is done."
      },
      "row_count": {
        "description": "How many rows it has.",
        "maximum": 1000,
        "minimum": 1,
        "type": "integer"
      },
      "rows": {
        "description": "The rows, in their order.",
        "items": {
          "$ref": "#/components/schemas/SetRunRow"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "seed": {
        "$ref": "#/components/schemas/Seed",
        "description": "The seed of the first row."
      },
      "set_template_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The set template."
      },
      "set_template_version": {
        "$ref": "#/components/schemas/Version",
        "description": "The version that it pinned; later changes do not touch it."
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
        "description": "When its first job started; null before."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "`queued` until the first job starts, `running` until the last one ends; then `succeeded` if all rows did, else `cancelled` if that was asked of the run or, with no row failed, of single rows, else `failed`."
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
      "rows"
    ],
    "title": "SetRunDetail",
    "type": "object",
    "x-extends": "SetRun"
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
        "description": "Where the next page begins; null on the last page."
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
    "description": "What to run a set with; what is absent is as the set template says.",
    "properties": {
      "adapters": {
        "default": [],
        "description": "Adapters to draw with, each once; one that is not known is refused (422 `unknown_adapter`).",
        "items": {
          "$ref": "#/components/schemas/AdapterUse"
        },
        "maxItems": 8,
        "type": "array"
      },
      "album_name": {
        "$ref": "#/components/schemas/Name",
        "description": "The name of the album; absent: made from the set template's name and the theme."
      },
      "guidance_scale": {
        "$ref": "#/components/schemas/GuidanceScale",
        "description": "How closely to follow the prompt."
      },
      "height": {
        "$ref": "#/components/schemas/Side",
        "description": "Height in pixels."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "What not to draw."
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "default": 0,
        "description": "Which goes first."
      },
      "seed": {
        "$ref": "#/components/schemas/Seed",
        "description": "The seed of the first row, the others count up; made up where absent."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "description": "How many steps."
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
    "description": "A row of a set run and what became of it.",
    "properties": {
      "error": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/JobError"
          },
          {
            "type": "null"
          }
        ],
        "description": "Why it failed; null where it has not."
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
        "description": "The image that it made; null where there is none or the caller may not see it."
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "Its job."
      },
      "position": {
        "$ref": "#/components/schemas/Position",
        "description": "Its place in the set."
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
      "error"
    ],
    "title": "SetRunRow",
    "type": "object"
  },
  "SetTemplate": {
    "additionalProperties": false,
    "description": "A table of prompts that makes a whole set of pictures, without its rows.",
    "properties": {
      "archived_at": {
        "anyOf": [
          {
            "$ref": "#/components/schemas/Timestamp"
          },
          {
            "type": "null"
          }
        ],
        "description": "When it was archived; null while it is not."
      },
      "base_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "What all pictures share: `{base_prompt}`."
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
        "description": "When it was made."
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
        "description": "The user who made it; null once that user is gone."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "What it is about; may be empty."
      },
      "example_theme": {
        "$ref": "#/components/schemas/Line",
        "description": "A theme to show what it is like; previews take it."
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
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "What not to draw."
      },
      "prompt_template": {
        "$ref": "#/components/schemas/Prompt",
        "description": "How a prompt is put together: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. Empty parts go with their comma."
      },
      "row_count": {
        "description": "How many rows it has, and so how many pictures a run makes.",
        "maximum": 1000,
        "minimum": 0,
        "type": "integer"
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "description": "How many steps."
      },
      "style_suffix": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The manner of all pictures: `{style_suffix}`."
      },
      "updated_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last changed."
      },
      "version": {
        "$ref": "#/components/schemas/Version",
        "description": "The current version; each change of what it makes adds one."
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
    "required": [
      "id",
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
      "columns",
      "row_count",
      "archived_at",
      "created_by",
      "created_at",
      "updated_at"
    ],
    "title": "SetTemplate",
    "type": "object"
  },
  "SetTemplateCreate": {
    "additionalProperties": false,
    "description": "A set template to make; its rows as JSON or as CSV, not both.",
    "properties": {
      "base_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "default": "",
        "description": "What all pictures share: `{base_prompt}`."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "default": "",
        "description": "What it is about; may be empty."
      },
      "example_theme": {
        "$ref": "#/components/schemas/Line",
        "default": "",
        "description": "A theme to show what it is like; previews take it."
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
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "default": "",
        "description": "What not to draw."
      },
      "prompt_template": {
        "$ref": "#/components/schemas/Prompt",
        "default": "{base_prompt}, {theme}, {row}, {style_suffix}",
        "description": "How a prompt is put together: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. Empty parts go with their comma."
      },
      "rows": {
        "description": "The rows; all names of columns that occur make the columns, in the order of their first appearance.",
        "items": {
          "$ref": "#/components/schemas/SetRowValues"
        },
        "maxItems": 1000,
        "type": "array"
      },
      "rows_csv": {
        "$ref": "#/components/schemas/SetRowsCsv",
        "description": "The rows as CSV; given beside `rows` it is refused (422 `rows_given_twice`)."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "default": 20,
        "description": "How many steps."
      },
      "style_suffix": {
        "$ref": "#/components/schemas/Prompt",
        "default": "",
        "description": "The manner of all pictures: `{style_suffix}`."
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
        "description": "Where the next page begins; null on the last page."
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
      }
    },
    "required": [
      "set_template_id",
      "version",
      "columns",
      "rows"
    ],
    "title": "SetTemplateRows",
    "type": "object"
  },
  "SetTemplateRowsReplace": {
    "additionalProperties": false,
    "description": "Rows to take the place of all present ones.",
    "properties": {
      "rows": {
        "description": "The rows, in their order; all names of columns that occur make the columns, in the order of their first appearance.",
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
    "description": "What to change of a set template; what is absent stays.",
    "minProperties": 1,
    "properties": {
      "base_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "What all pictures share: `{base_prompt}`."
      },
      "description": {
        "$ref": "#/components/schemas/Text",
        "description": "What it is about; may be empty."
      },
      "example_theme": {
        "$ref": "#/components/schemas/Line",
        "description": "A theme to show what it is like; previews take it."
      },
      "guidance_scale": {
        "$ref": "#/components/schemas/GuidanceScale",
        "description": "How closely to follow the prompt."
      },
      "height": {
        "$ref": "#/components/schemas/Side",
        "description": "Height in pixels."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "Its name."
      },
      "negative_prompt": {
        "$ref": "#/components/schemas/Prompt",
        "description": "What not to draw."
      },
      "prompt_template": {
        "$ref": "#/components/schemas/Prompt",
        "description": "How a prompt is put together: `{base_prompt}`, `{theme}`, `{row}`, `{style_suffix}` and `{column}` for any column; `{row}` is the row's `prompt` column, or all its texts joined by commas. Empty parts go with their comma."
      },
      "steps": {
        "$ref": "#/components/schemas/Steps",
        "description": "How many steps."
      },
      "style_suffix": {
        "$ref": "#/components/schemas/Prompt",
        "description": "The manner of all pictures: `{style_suffix}`."
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
  "ShortTitle": {
    "description": "A short title: one line, may be empty.",
    "maxLength": 200,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "ShortTitle",
    "type": "string"
  },
  "Side": {
    "description": "Width or height of a picture to make, in pixels; a multiple of 8.",
    "maximum": 2048,
    "minimum": 64,
    "multipleOf": 8,
    "title": "Side",
    "type": "integer"
  },
  "SignInRequest": {
    "description": "How to sign in; `method` says which shape it has.",
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
  "State": {
    "description": "Where a job or a set run stands; `succeeded`, `failed` and `cancelled` are final until it is retried.",
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
    "description": "How many there are in each state.",
    "properties": {
      "cancelled": {
        "$ref": "#/components/schemas/Count",
        "description": "Stopped because someone asked."
      },
      "failed": {
        "$ref": "#/components/schemas/Count",
        "description": "Given up."
      },
      "queued": {
        "$ref": "#/components/schemas/Count",
        "description": "Waiting for a worker."
      },
      "running": {
        "$ref": "#/components/schemas/Count",
        "description": "In a worker's hands."
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
    "description": "How much the whole studio holds: numbers alone, of everyone's things together.",
    "properties": {
      "albums": {
        "$ref": "#/components/schemas/VisibilityCounts",
        "description": "Albums by visibility."
      },
      "blob_count": {
        "$ref": "#/components/schemas/Count",
        "description": "Stored files, each counted once however many images share it."
      },
      "images": {
        "$ref": "#/components/schemas/ImageSourceCounts",
        "description": "Images by source, those in the trash left out."
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
        "description": "Bytes that stored files take."
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
    "description": "How many steps (or passes) an engine takes for one picture.",
    "maximum": 100,
    "minimum": 1,
    "title": "Steps",
    "type": "integer"
  },
  "StudioEvent": {
    "description": "Something that happened; `kind` says what, and which shape it has. There will be more kinds: pass over those that you do not know.",
    "discriminator": {
      "mapping": {
        "adapter.added": "#/components/schemas/AdapterAddedEvent",
        "adapter.changed": "#/components/schemas/AdapterChangedEvent",
        "adapter.deleted": "#/components/schemas/AdapterDeletedEvent",
        "album.changed": "#/components/schemas/AlbumChangedEvent",
        "album.created": "#/components/schemas/AlbumCreatedEvent",
        "album.deleted": "#/components/schemas/AlbumDeletedEvent",
        "bug_reports.purged": "#/components/schemas/BugReportsPurgedEvent",
        "gap": "#/components/schemas/GapEvent",
        "image.added": "#/components/schemas/ImageAddedEvent",
        "image.changed": "#/components/schemas/ImageChangedEvent",
        "image.removed": "#/components/schemas/ImageRemovedEvent",
        "import.changed": "#/components/schemas/ImportChangedEvent",
        "job.cancel_requested": "#/components/schemas/JobCancelRequestedEvent",
        "job.cancelled": "#/components/schemas/JobCancelledEvent",
        "job.failed": "#/components/schemas/JobFailedEvent",
        "job.queued": "#/components/schemas/JobQueuedEvent",
        "job.running": "#/components/schemas/JobRunningEvent",
        "job.succeeded": "#/components/schemas/JobSucceededEvent",
        "job.updated": "#/components/schemas/JobUpdatedEvent",
        "queue.paused": "#/components/schemas/QueuePausedEvent",
        "queue.resumed": "#/components/schemas/QueueResumedEvent",
        "ready": "#/components/schemas/ReadyEvent",
        "training_run.advanced": "#/components/schemas/TrainingRunAdvancedEvent",
        "training_run.created": "#/components/schemas/TrainingRunCreatedEvent",
        "training_run.deleted": "#/components/schemas/TrainingRunDeletedEvent"
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
        "$ref": "#/components/schemas/QueuePausedEvent"
      },
      {
        "$ref": "#/components/schemas/QueueResumedEvent"
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
        "$ref": "#/components/schemas/ImageRemovedEvent"
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
      }
    ],
    "title": "StudioEvent"
  },
  "Text": {
    "description": "Text that may have several lines; of the control characters only tab, line feed and carriage return.",
    "maxLength": 4000,
    "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
    "title": "Text",
    "type": "string"
  },
  "Timestamp": {
    "description": "A moment: RFC 3339, UTC.",
    "format": "date-time",
    "maxLength": 40,
    "title": "Timestamp",
    "type": "string"
  },
  "TokenName": {
    "description": "What a token is for; one line, never empty.",
    "maxLength": 100,
    "minLength": 1,
    "pattern": "^[^\\u0000-\\u001f\\u007f]*$",
    "title": "TokenName",
    "type": "string"
  },
  "TraceId": {
    "description": "Names one request in answers, logs, jobs and bug reports.",
    "maxLength": 64,
    "minLength": 8,
    "pattern": "^[A-Za-z0-9_-]{8,64}$",
    "title": "TraceId",
    "type": "string"
  },
  "TrainingArtifact": {
    "additionalProperties": false,
    "description": "The adapter that a run made.",
    "properties": {
      "adapter_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The adapter."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "Its bytes."
      },
      "format": {
        "$ref": "#/components/schemas/Word",
        "description": "Its format."
      },
      "size_bytes": {
        "$ref": "#/components/schemas/Count",
        "description": "How many bytes it has."
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
    "description": "Whether data is ready to be learned from, and if not, why.",
    "properties": {
      "dataset": {
        "$ref": "#/components/schemas/TrainingDataset",
        "description": "What would be learned from."
      },
      "findings": {
        "description": "What is missing, and how to mend it; the fatal ones first.",
        "items": {
          "$ref": "#/components/schemas/TrainingFinding"
        },
        "maxItems": 100,
        "type": "array"
      },
      "parameters": {
        "$ref": "#/components/schemas/TrainingParameters",
        "description": "Every setting, those that were absent with their defaults."
      },
      "ready": {
        "description": "Whether createTrainingRun would take it.",
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
    "description": "The pictures and captions that a run learns from, pinned when it was asked for.",
    "properties": {
      "captioned_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many of them have words to learn by."
      },
      "digest": {
        "$ref": "#/components/schemas/Digest",
        "description": "SHA-256 of the snapshot: which pictures, with which captions, and which of them are held out."
      },
      "held_out_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many of them are only measured on."
      },
      "image_count": {
        "$ref": "#/components/schemas/Count",
        "description": "How many pictures."
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
    "description": "Something that stands in the way of training, or would make it worse.",
    "properties": {
      "code": {
        "$ref": "#/components/schemas/Word",
        "description": "A stable word."
      },
      "fatal": {
        "description": "Whether training is refused for it; else it is advice.",
        "type": "boolean"
      },
      "hint": {
        "$ref": "#/components/schemas/Line",
        "description": "How to mend it; may be empty."
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
    "description": "Whole lines of a training run's log, and where they lie in it.",
    "properties": {
      "next_offset": {
        "description": "The byte at which to go on: that of the first line not given.",
        "maximum": 9007199254740991,
        "minimum": 0,
        "type": "integer"
      },
      "offset": {
        "description": "The byte at which they begin.",
        "maximum": 9007199254740991,
        "minimum": 0,
        "type": "integer"
      },
      "size_bytes": {
        "description": "How many bytes the log has now.",
        "maximum": 9007199254740991,
        "minimum": 0,
        "type": "integer"
      },
      "text": {
        "description": "The lines, each with its end.",
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
    "description": "How well it learns: the less, the better; null until it was measured.",
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
        "description": "The least loss on the pictures held out."
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
        "description": "The least training loss."
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
        "description": "The first loss on the pictures held out."
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
        "description": "The loss on the pictures held out that was measured last."
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
        "description": "The training loss that was measured last."
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
        "description": "What was measured: `train_loss`, `held_out_loss`, and what else the engine tells.",
        "maxLength": 40,
        "pattern": "^[a-z][a-z0-9_]{0,39}$",
        "type": "string"
      },
      "step": {
        "description": "After which step.",
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
        "description": "The `since_step` that leads on; null where there are no more yet."
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
    "description": "A setting of an engine's training.",
    "properties": {
      "choices": {
        "description": "The words that it may be; empty where any will do.",
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
        "description": "What it is where nothing is said; its type is that of every value."
      },
      "description": {
        "$ref": "#/components/schemas/Line",
        "description": "What it means."
      },
      "maximum": {
        "anyOf": [
          {
            "description": "The greatest.",
            "maximum": 9007199254740991,
            "minimum": -9007199254740991,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The greatest number; null for what is no number."
      },
      "minimum": {
        "anyOf": [
          {
            "description": "The least.",
            "maximum": 9007199254740991,
            "minimum": -9007199254740991,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "The least number; null for what is no number."
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
    "description": "An engine's settings for training, by name; getServer tells which it has.",
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
    "description": "A training run has got further: a hundredth of it, a checkpoint, or a sample.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "training_run.advanced",
        "description": "A training run got further.",
        "type": "string"
      },
      "step": {
        "description": "The step that is done.",
        "maximum": 10000000,
        "minimum": 0,
        "type": "integer"
      },
      "steps": {
        "description": "How many steps there are.",
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
    "description": "What to learn from, and how.",
    "properties": {
      "album_ids": {
        "description": "The albums whose pictures to learn from; the same bytes are learned from once.",
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
        "description": "The model to learn for; absent: the engine's own."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "default": "press",
        "description": "The engine that learns, as getServer names it."
      },
      "held_out_share": {
        "default": 0.2,
        "description": "Which part of the pictures is never learned from, to measure on; at least one picture unless it is 0.",
        "maximum": 0.5,
        "minimum": 0,
        "type": "number"
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "What the run is called, and the adapter that it makes."
      },
      "parameters": {
        "$ref": "#/components/schemas/TrainingParameters",
        "default": {},
        "description": "The engine's settings; those that are absent have its defaults."
      },
      "priority": {
        "$ref": "#/components/schemas/Priority",
        "default": 0,
        "description": "Which goes first."
      },
      "seed": {
        "$ref": "#/components/schemas/Seed",
        "description": "Where randomness starts; made up where absent. The same seed and pictures make the same adapter."
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
    "description": "Somebody asked for a training run; what becomes of it is told by the events of its job.",
    "properties": {
      "at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When."
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
        "description": "A training run is asked for.",
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
        "description": "When."
      },
      "id": {
        "$ref": "#/components/schemas/EventNumber"
      },
      "kind": {
        "const": "training_run.deleted",
        "description": "A training run is gone.",
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
        "description": "Where the next page begins; null on the last one."
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
    "description": "A picture that shows how far a run is.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
      },
      "height": {
        "$ref": "#/components/schemas/Pixels",
        "description": "Its height."
      },
      "step": {
        "description": "After which step it was made.",
        "maximum": 10000000,
        "minimum": 0,
        "type": "integer"
      },
      "url": {
        "$ref": "#/components/schemas/ApiPath",
        "description": "Where its PNG is."
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
    "description": "A training run: what it learns from, where it stands, how well it learns, what came of it.",
    "properties": {
      "album_ids": {
        "description": "The albums that it learns from, but for those that the caller may not see.",
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
        "description": "The adapter that it made; null before, or once that is deleted."
      },
      "attempt": {
        "description": "Which attempt this is; 0 before the first.",
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
        "description": "The model that it learns for; null for the engine's own."
      },
      "cancel_requested": {
        "description": "Whether someone asked to stop it.",
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
        "description": "When that was saved; null where nothing was."
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
        "description": "The step from which it would go on after a crash; null: from the start."
      },
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was asked for."
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
        "description": "Who asked for it; null once that user is gone."
      },
      "dataset": {
        "$ref": "#/components/schemas/TrainingDataset",
        "description": "What it learns from."
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
        "description": "How long the present or last attempt took so far; null before the first."
      },
      "engine": {
        "$ref": "#/components/schemas/Word",
        "description": "The engine that learns."
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
        "description": "Why it failed, or why its last attempt did; null where none has."
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
        "description": "When it will probably be done, counted from now; null unless it runs."
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
        "description": "When it came to its final state; null before."
      },
      "id": {
        "$ref": "#/components/schemas/Id",
        "description": "The training run."
      },
      "job_id": {
        "$ref": "#/components/schemas/Id",
        "description": "The job that does it."
      },
      "loss": {
        "$ref": "#/components/schemas/TrainingLoss",
        "description": "How well it learns."
      },
      "name": {
        "$ref": "#/components/schemas/Name",
        "description": "What it is called."
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
        "description": "Every setting; hidden (null) from all but its owner and editors."
      },
      "progress": {
        "$ref": "#/components/schemas/Progress",
        "description": "How much is done."
      },
      "samples": {
        "description": "The newest samples, by step; empty for all but its owner and admins.",
        "items": {
          "$ref": "#/components/schemas/TrainingSample"
        },
        "maxItems": 50,
        "type": "array"
      },
      "seed": {
        "$ref": "#/components/schemas/Seed",
        "description": "Where its randomness starts."
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
        "description": "When its present attempt began; null before the first."
      },
      "state": {
        "$ref": "#/components/schemas/State",
        "description": "Where it stands: the state of its job."
      },
      "step": {
        "description": "The step that is done.",
        "maximum": 10000000,
        "minimum": 0,
        "type": "integer"
      },
      "steps": {
        "description": "How many steps there are.",
        "maximum": 10000000,
        "minimum": 0,
        "type": "integer"
      },
      "steps_per_second": {
        "anyOf": [
          {
            "description": "Steps in a second.",
            "maximum": 1000000000000.0,
            "minimum": 0,
            "type": "number"
          },
          {
            "type": "null"
          }
        ],
        "description": "How fast it is now; null unless it runs."
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
        "description": "The trace id of the request that asked for it."
      }
    },
    "required": [
      "id",
      "name",
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
    "description": "A number, a word, or yes or no.",
    "title": "TrainingValue"
  },
  "User": {
    "additionalProperties": false,
    "description": "Someone who may sign in.",
    "properties": {
      "created_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was made."
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
        "description": "Since when the user may not sign in; null while they may."
      },
      "has_password": {
        "description": "Whether there is a password; without one only a one-time link signs in.",
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
        "description": "What the user may do."
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
  "UserCreate": {
    "additionalProperties": false,
    "description": "A user to make.",
    "properties": {
      "name": {
        "$ref": "#/components/schemas/UserName",
        "description": "The name to sign in with."
      },
      "password": {
        "$ref": "#/components/schemas/Password",
        "description": "The password; absent: the user signs in by a one-time link that the operator makes."
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "What the user may do."
      }
    },
    "required": [
      "name",
      "role"
    ],
    "title": "UserCreate",
    "type": "object"
  },
  "UserName": {
    "description": "The name that a user signs in with; upper and lower case are told apart.",
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
        "description": "Where the next page begins; null on the last page."
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
    "description": "What to change of a user; what is absent stays.",
    "minProperties": 1,
    "properties": {
      "disabled": {
        "description": "Whether the user may not sign in.",
        "type": "boolean"
      },
      "password": {
        "$ref": "#/components/schemas/Password",
        "description": "A new password."
      },
      "role": {
        "$ref": "#/components/schemas/Role",
        "description": "What the user may do."
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
    "description": "Who may see a thing: `private` its owner and admins, `shared` everyone signed in, `public` anyone.",
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
    "description": "How many there are of each visibility.",
    "properties": {
      "private": {
        "$ref": "#/components/schemas/Count",
        "description": "Seen by owner and admins."
      },
      "public": {
        "$ref": "#/components/schemas/Count",
        "description": "Seen by anyone."
      },
      "shared": {
        "$ref": "#/components/schemas/Count",
        "description": "Seen by everyone signed in."
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
  "Word": {
    "description": "A stable word of snake_case that programs may compare.",
    "maxLength": 64,
    "minLength": 1,
    "pattern": "^[a-z][a-z0-9_]{0,63}$",
    "title": "Word",
    "type": "string"
  },
  "Worker": {
    "additionalProperties": false,
    "description": "A process that does jobs.",
    "properties": {
      "device": {
        "description": "What its engines calculate on, where they can choose: `cpu`, `cuda:0`.",
        "maxLength": 40,
        "pattern": "^[a-z][a-z0-9]*(:[0-9]{1,3})?$",
        "type": "string"
      },
      "engines": {
        "description": "The engines that it has.",
        "items": {
          "$ref": "#/components/schemas/Word"
        },
        "maxItems": 50,
        "type": "array"
      },
      "heartbeat_at": {
        "$ref": "#/components/schemas/Timestamp",
        "description": "When it was last heard of."
      },
      "host": {
        "description": "The machine that it runs on.",
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
        "description": "The job in hand; null while it is idle."
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
        "description": "What it is about."
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
    "description": "`idle` waits for a job, `busy` has one, `stopping` finishes or gives back the one it has and takes no other.",
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
    "description": "The workers that were heard of lately.",
    "properties": {
      "items": {
        "description": "The workers, longest started first.",
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
